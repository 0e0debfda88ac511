/** What needs its author, with the decisions wired to the store. Nothing here opens by itself. */
import { discardRejected, editRejected, retryRejected } from '../../db/rejected';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { AlertIcon, TrashIcon } from '../../ui/icons';
import { SectionHeader } from '../../ui/section-header';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { ReviewLine } from '../merges/review-line';
import { useReviews } from '../merges/use-reviews';
import { notSavedWords, storageTroubleWords } from '../undo/not-saved-words';
import { type Edited, withEdits } from './actions';
import type { Refusal } from './centre-query';
import { centreWords } from './centre-words';
import { liveLeftBehind } from './left-behind';
import { LeftBehindLine } from './left-behind-line';
import { RefusalLine } from './refusal-line';

export interface NeedYouProps {
  refusals: readonly Refusal[];
  onCopy: (text: string) => void;
}

export function NeedYou({ refusals, onCopy }: NeedYouProps) {
  const t = useWords(centreWords);
  const ctx = useActionContext();
  const { show } = useToasts();
  const reviews = useReviews();
  const mine = reviews.state === 'ready' ? reviews.value.filter((review) => review.forMe) : [];
  const leftBehind = useLiveKept(liveLeftBehind(), []);
  const left = leftBehind.state === 'ready' ? leftBehind.value : [];
  const count = refusals.length + mine.length + left.length;
  if (count === 0) return null;

  async function retry({ group }: Refusal, edited: Edited): Promise<string | null> {
    const same = Object.keys(edited).length === 0;
    const result = await (same
      ? retryRejected(ctx, group.mutationIds)
      : editRejected(ctx, group.mutationIds, withEdits(group.mutation, edited)));
    const fault = notSavedWords(result);
    if (fault !== null) show({ icon: <AlertIcon className="text-ochre" />, text: fault });
    return fault;
  }

  async function discard({ group }: Refusal): Promise<void> {
    const result = await discardRejected(ctx, group.mutationIds);
    if (result.kind === 'discarded') show({ icon: <TrashIcon />, text: t.discarded });
    else show({ icon: <AlertIcon className="text-ochre" />, text: storageTroubleWords(result.trouble) });
  }

  return (
    <section aria-label={t.needYou}>
      <SectionHeader title={t.needYou} count={count} />
      <ul className="rows">
        {mine.map((review) => (
          <ReviewLine key={review.rowId} review={review} onCopy={onCopy} />
        ))}
        {refusals.map((refusal) => (
          <RefusalLine
            key={refusal.group.mutationIds[0] ?? ''}
            group={refusal.group}
            workspaceName={refusal.workspaceName}
            mayWrite={refusal.mayWrite}
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
