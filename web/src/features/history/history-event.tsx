/** One line of a history: the person, what they did, when and where, and the key that puts back what stood before. */
import type { Task } from '@holdfast/shared/entities/task';
import { changedWords } from '@holdfast/shared/merge/changed-words';
import { useActionContext } from '../../db/use-action-context';
import { clockTime } from '../../platform/clock';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { ChangedText } from '../../ui/changed-text';
import { PendingMark } from '../../ui/marks';
import { Sentence } from '../../ui/sentence';
import { listed } from '../../words/list';
import { useWords } from '../../words/use-words';
import { fieldLabel } from '../fields/field-words';
import { momentAt } from '../merges/moment-words';
import { valueWords, type Wording } from '../merges/value-words';
import { useDirectory } from '../tasks/directory';
import { useWriter } from '../undo/undo-provider';
import type { HistoryLine, LineChange } from './history-lines';
import { isEmpty, isText, lineWords, shownChanges } from './line-words';
import { restoreValues, valuesBefore } from './restore';
import { historyWords } from './words';

export function HistoryEvent({ task, line }: { task: Task; line: HistoryLine }) {
  const t = useWords(historyWords);
  const { accountId } = useActionContext();
  const { memberByAccount } = useDirectory();
  const wording = useWording();
  const isMe = line.accountId === accountId || line.accountId === '';
  const member = memberByAccount.get(line.accountId)?.name;
  const name = isMe ? t.you : (member ?? t.somebodyWhoLeft);
  const device = line.deviceName === null ? t.thisDevice : line.deviceName;
  const meta = [
    wording.moment(line.at),
    device,
    line.name === 'change.undo' && t.undo,
    line.name === 'task.put_back' && t.putBack,
    line.notTaken && t.didNotStand,
  ].filter((part) => typeof part === 'string' && part !== '');
  return (
    <li className="event">
      <Avatar id={line.accountId} name={member ?? name} size="xs" decorative />
      <div className="event-body">
        <p>
          <Sentence words={t.whoDid} who={<b>{name}</b>} did={lineWords('task', line, wording)} />
        </p>
        {shownChanges(line)
          .filter(({ field, from }) => isText('task', field) && !isEmpty(from))
          .map(({ field, from, to }) => (
            <ChangedText key={field} runs={changedWords(String(from), String(to ?? ''))} />
          ))}
        <p className="event-meta">
          <span className="meta num">{meta.join(' · ')}</span>
          {line.onlyHere && accountId !== '' && (
            <span className="event-here">
              <PendingMark /> {t.savedHereNotSentYet}
            </span>
          )}
          <PutBack task={task} line={line} wording={wording} />
        </p>
      </div>
    </li>
  );
}

function PutBack({ task, line, wording }: { task: Task; line: HistoryLine; wording: Wording }) {
  const t = useWords(historyWords);
  const ctx = useActionContext();
  const { projectById, labelById, memberByAccount, mayWrite } = useDirectory();
  const { write } = useWriter();
  const isThere = (entity: string, id: string): boolean =>
    entity === 'project' ? projectById.has(id) : entity === 'label' ? labelById.has(id) : false;
  // Of what did not stand it is what was written that can be had after all.
  const wanted = line.notTaken ? { ...line, changes: line.changes.map(turned) } : line;
  const changes = valuesBefore(task, wanted, isThere);
  const fields = Object.keys(changes).filter((field) => field !== 'position');
  const [field] = fields;
  if (!mayWrite || task.deletedAt !== null || field === undefined) return null;
  const gone = changes.assigneeId?.to;
  if (typeof gone === 'string' && !memberByAccount.has(gone)) return null;
  const labels = listed(fields.map((one) => fieldLabel('task', one)));
  const words = putBackWords(field, changes[field]?.to, wording);
  return (
    <Button
      kind="text"
      size="head"
      aria-label={t.restoreBefore({ words, labels, moment: wording.moment(line.at) })}
      onClick={() => void write([restoreValues(ctx, task, changes)], { said: t.restoredThe({ labels }) })}
    >
      {words}
    </Button>
  );
}

const turned = ({ field, from, to }: LineChange): LineChange => ({ field, from: to, to: from });

function putBackWords(field: string, to: unknown, wording: Wording): string {
  const t = historyWords.get();
  if (field === 'projectId') return t.backTo({ value: valueWords('task', field, to, wording) });
  if (isEmpty(to)) return t.removeAgain;
  return isText('task', field)
    ? t.restoreTheText
    : t.restore({ value: valueWords('task', field, to, wording) });
}

function useWording(): Wording {
  const { projectById, labelById, memberByAccount, today } = useDirectory();
  return {
    nameOf: (entity, id) =>
      entity === 'project'
        ? (projectById.get(id)?.name ?? null)
        : entity === 'label'
          ? (labelById.get(id)?.name ?? null)
          : entity === 'member'
            ? (memberByAccount.get(id)?.name ?? null)
            : null,
    today,
    moment: (at) => momentAt(at, today, clockTime),
  };
}
