/** What needs its author, with the decisions wired to the store. */
import type { Json } from '@holdfast/shared/entities/fields';
import { discardRejected, editRejected, retryRejected } from '../../db/rejected';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { clockTime } from '../../platform/page';
import { AlertIcon, TrashIcon } from '../../ui/icons';
import { SectionHeader } from '../../ui/section-header';
import { useToasts } from '../../ui/toast';
import { useDirectory } from '../tasks/directory';
import { useWriter } from '../undo/undo-provider';
import { type Choice, type Edited, keepWhatStands, mineOf, takeMine, withEdits } from './actions';
import type { Question, Refusal } from './centre-query';
import { liveLeftBehind } from './left-behind';
import { LeftBehindLine } from './left-behind-line';
import { QuestionLine } from './question-line';
import { sidesOf } from './question-sides';
import { RefusalLine } from './refusal-line';

export interface NeedYouProps {
  refusals: readonly Refusal[];
  questions: readonly Question[];
  onCopy: (text: string) => void;
}

export function NeedYou({ refusals, questions, onCopy }: NeedYouProps) {
  const ctx = useActionContext();
  const { projectById, labelById, memberByAccount } = useDirectory();
  const { write } = useWriter();
  const { show } = useToasts();
  const nameOf = (id: string) =>
    memberByAccount.get(id)?.name ?? projectById.get(id)?.name ?? labelById.get(id)?.name ?? null;
  const leftBehind = useLiveKept(liveLeftBehind(), []);
  const left = leftBehind.state === 'ready' ? leftBehind.value : [];
  const count = refusals.length + questions.length + left.length;
  if (count === 0) return null;

  async function retry({ group }: Refusal, edited: Edited): Promise<string | null> {
    const same = Object.keys(edited).length === 0;
    const result = await (same
      ? retryRejected(ctx, group.mutationIds)
      : editRejected(ctx, group.mutationIds, withEdits(group.mutation, edited)));
    if (!('words' in result)) return null;
    show({ icon: <AlertIcon className="text-ochre" />, text: result.words });
    return result.words;
  }

  async function discard({ group }: Refusal): Promise<void> {
    const result = await discardRejected(ctx, group.mutationIds);
    if (result.kind === 'discarded') show({ icon: <TrashIcon />, text: 'Discarded' });
    else show({ icon: <AlertIcon className="text-ochre" />, text: result.words });
  }

  return (
    <section aria-label="Need you">
      <SectionHeader title="Need you" count={count} />
      <ul className="rows">
        {questions.map((question) => {
          const decide = question.workspaceId;
          return (
            <QuestionLine
              key={question.conflict.id}
              question={question}
              nameOf={nameOf}
              time={clockTime(question.conflict.at)}
              onCopy={() => onCopy(sidesOf(question, nameOf).mine)}
              onKeep={() =>
                void write([keepWhatStands(ctx, decide, choiceOf(question))], { said: 'Decided' })
              }
              onTakeMine={() => void write([takeMine(ctx, decide, choiceOf(question))], { said: 'Decided' })}
            />
          );
        })}
        {refusals.map((refusal) => (
          <RefusalLine
            key={refusal.group.mutationIds[0] ?? ''}
            group={refusal.group}
            workspaceName={refusal.workspaceName}
            onRetry={(edited) => retry(refusal, edited)}
            onCopy={() => onCopy(refusal.group.copy)}
            onDiscard={() => void discard(refusal)}
          />
        ))}
        {left.map((one) => (
          <LeftBehindLine key={one.key} left={one} onCopy={onCopy} />
        ))}
      </ul>
    </section>
  );
}

/** The row as it stands on screen now. */
function choiceOf({ conflict, row }: Question): Choice {
  if (row === null) return { conflict, row: null };
  const fields = Object.keys(mineOf(conflict));
  const values = Object.fromEntries(fields.map((field) => [field, valueOn(row, field)]));
  return { conflict, row: { version: row.version, values } };
}

/** A custom field's name is `custom.<key>` in changes. */
function valueOn(row: NonNullable<Question['row']>, field: string): Json {
  if (!field.startsWith('custom.')) return (row[field] ?? null) as Json;
  const custom = row['custom'] as { readonly [key: string]: Json } | undefined;
  return custom?.[field.slice('custom.'.length)] ?? null;
}
