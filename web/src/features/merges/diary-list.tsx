/** The diary of merges in the sync centre: what was joined without asking, and one tap to have it the other way. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { clockTime } from '../../platform/clock';
import { Button } from '../../ui/button';
import { ChangeLine } from '../../ui/change-line';
import { Link } from '../../ui/link';
import { Say } from '../../ui/say';
import { SectionHeader } from '../../ui/section-header';
import { SyncRing } from '../../ui/sync-ring';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import { useWriter } from '../undo/undo-provider';
import { diaryMessages } from './diary-messages';
import { DIARY_DAYS, type DiaryLine, liveDiary } from './diary-query';
import { momentAt } from './moment-words';
import { takeOther } from './take-other';

/** So many at first; the rest with one press. */
const FIRST = 5;

export function DiaryList({ workspaceIds }: { workspaceIds: readonly string[] }) {
  const t = useWords(diaryMessages);
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
      said: <Say said={{ words: t.changed, blanks: { subject: line.subject } }} />,
    });

  return (
    <section aria-label={t.title}>
      <SectionHeader title={t.title} count={lines.length} />
      <ul className="rows">
        {(all ? lines : lines.slice(0, FIRST)).map((line) => (
          <ChangeLine
            key={line.conflict.id}
            icon={<SyncRing shape="everyone" />}
            meta={line.changedSince ? t.changedSince({ sentence: line.sentence }) : line.sentence}
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
          {t.showAll({ count: lines.length })}
        </Button>
      )}
    </section>
  );
}
