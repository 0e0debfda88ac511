/** The diary of merges in the sync centre: what was joined without asking, and one tap to have it the other way. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { clockTime } from '../../platform/clock';
import { Button } from '../../ui/button';
import { ChangeLine } from '../../ui/change-line';
import { Link } from '../../ui/link';
import { SectionHeader } from '../../ui/section-header';
import { SyncRing } from '../../ui/sync-ring';
import { useDirectory } from '../tasks/directory';
import { useWriter } from '../undo/undo-provider';
import { DIARY_DAYS, type DiaryLine, liveDiary } from './diary-query';
import { momentAt } from './moment-words';
import { takeOther } from './take-other';

/** So many at first; the rest with one press. */
const FIRST = 5;

export function DiaryList({ workspaceIds }: { workspaceIds: readonly string[] }) {
  const ctx = useActionContext();
  const { today, me } = useDirectory();
  const { write } = useWriter();
  const [all, setAll] = useState(false);
  const live = useLiveKept(
    liveDiary({
      workspaceIds,
      me,
      today,
      moment: (at) => momentAt(at, today, clockTime),
      since: ctx.now() - DIARY_DAYS * 86_400_000,
    }),
    [workspaceIds.join(' '), me, today],
  );
  const lines = live.state === 'ready' ? live.value : [];
  if (lines.length === 0) return null;

  const take = (line: DiaryLine) =>
    void write([takeOther(ctx, line)], {
      said: (
        <>
          Changed <b>{line.subject}</b>
        </>
      ),
    });

  return (
    <section aria-label="Joined without a question">
      <SectionHeader title="Joined without a question" count={lines.length} />
      <ul className="rows">
        {(all ? lines : lines.slice(0, FIRST)).map((line) => (
          <ChangeLine
            key={line.conflict.id}
            icon={<SyncRing shape="everyone" />}
            meta={
              <>
                {line.sentence}
                {line.changedSince && ' It was changed since.'}
              </>
            }
            actions={
              line.other &&
              line.mayWrite && (
                <Button kind="text" size="head" className="-ms-2" onClick={() => take(line)}>
                  {line.other.words}
                </Button>
              )
            }
          >
            {line.href ? (
              <Link href={line.href}>
                <b>{line.subject}</b>
              </Link>
            ) : (
              <b>{line.subject}</b>
            )}
          </ChangeLine>
        ))}
      </ul>
      {!all && lines.length > FIRST && (
        <Button kind="text" onClick={() => setAll(true)}>
          Show all {lines.length.toLocaleString('en')}
        </Button>
      )}
    </section>
  );
}
