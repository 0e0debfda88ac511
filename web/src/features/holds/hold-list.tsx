/** Held deletes in the sync centre: whose, which, and the decision with one tap. */
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { clockTime } from '../../platform/page';
import { Button } from '../../ui/button';
import { ChangeLine } from '../../ui/change-line';
import { TrashIcon } from '../../ui/icons';
import { SectionHeader } from '../../ui/section-header';
import { useWriter } from '../undo/undo-provider';
import { dropHold, releaseHold } from './actions';
import { holdWords } from './hold-words';
import { type HoldLine, liveHolds } from './queries';

export function HoldList({ workspaceIds }: { workspaceIds: readonly string[] }) {
  const ctx = useActionContext();
  const { write } = useWriter();
  const live = useLiveKept(liveHolds(workspaceIds, ctx.accountId, ctx.now()), [
    workspaceIds.join(' '),
    ctx.accountId,
  ]);
  const lines = live.state === 'ready' ? live.value : [];
  if (lines.length === 0) return null;
  return (
    <section aria-label="Held">
      <SectionHeader title="Held" count={lines.length} />
      <ul className="rows">
        {lines.map((line) => (
          <HoldItem
            key={line.hold.id}
            line={line}
            onRelease={() => void write([releaseHold(ctx, line.hold)], { said: 'Released' })}
            onDrop={() => void write([dropHold(ctx, line.hold)], { said: 'Dropped. Nothing is deleted' })}
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
                Release
              </Button>
            )}
            <Button onClick={onDrop}>Drop</Button>
          </>
        )
      }
    >
      <b>{lead}</b>
    </ChangeLine>
  );
}
