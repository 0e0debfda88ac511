/** Held deletes in the sync centre: whose, which, and the decision with one tap. */
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { clockTime } from '../../platform/clock';
import { Button } from '../../ui/button';
import { ChangeLine } from '../../ui/change-line';
import { TrashIcon } from '../../ui/icons';
import { SectionHeader } from '../../ui/section-header';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { dropHold, releaseHold } from './actions';
import { holdWords } from './hold-words';
import { type HoldLine, liveHolds } from './queries';
import { holdsWords } from './words';

export function HoldList({ workspaceIds }: { workspaceIds: readonly string[] }) {
  const t = useWords(holdsWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  const live = useLiveKept(liveHolds(workspaceIds, ctx.accountId, ctx.now()), [
    workspaceIds.join(' '),
    ctx.accountId,
  ]);
  const lines = live.state === 'ready' ? live.value : [];
  if (lines.length === 0) return null;
  return (
    <section aria-label={t.title}>
      <SectionHeader title={t.title} count={lines.length} />
      <ul className="rows">
        {lines.map((line) => (
          <HoldItem
            key={line.hold.id}
            line={line}
            onRelease={() => void write([releaseHold(ctx, line.hold)], { said: t.releasedIt })}
            onDrop={() => void write([dropHold(ctx, line.hold)], { said: t.droppedIt })}
          />
        ))}
      </ul>
    </section>
  );
}

export interface HoldItemProps {
  line: HoldLine;
  onRelease: () => void;
  onDrop: () => void;
}

export function HoldItem({ line, onRelease, onDrop }: HoldItemProps) {
  const t = useWords(holdsWords);
  const { lead, reason, names } = holdWords(line);
  const isOpen = line.hold.state === 'held';
  return (
    <ChangeLine
      needsYou={isOpen}
      icon={<TrashIcon />}
      meta={`${clockTime(line.hold.at)} · ${names === '' ? '' : `${names}. `}${reason}`}
      actions={
        isOpen && (
          <>
            {line.mayRelease && (
              <Button kind="danger" onClick={onRelease}>
                {t.release}
              </Button>
            )}
            <Button onClick={onDrop}>{t.drop}</Button>
          </>
        )
      }
    >
      <b>{lead}</b>
    </ChangeLine>
  );
}
