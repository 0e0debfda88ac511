/** What was finished, day by day, the newest first. */
import { useMemo, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useDirectory } from '../../features/tasks/directory';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { useSameRows } from '../../features/tasks/use-same-rows';
import { type Completed, liveCompleted, toCompletedDays } from '../../features/views/completed';
import { SectionedList } from '../../features/views/sectioned-list';
import type { Section } from '../../features/views/sections';
import { useUnmoved } from '../../features/views/use-unmoved';
import { useView } from '../../features/views/use-view';
import { WhoseSwitch } from '../../features/views/whose-switch';
import { viewsWords } from '../../features/views/words';
import { Page } from '../../ui/app-frame';
import { Empty } from '../../ui/empty';
import { plusDays } from '../../ui/month';
import { PageHeader } from '../../ui/page-header';
import { longDay } from '../../words/day';
import { useWords } from '../../words/use-words';
import type { ListPageProps } from './list-page-props';

const USUAL = { whose: 'everyone', sort: 'date', group: 'date' } as const;
const AT_ONCE = 100;

export function CompletedPage({ sync, banner, openTaskId, onComplete }: ListPageProps) {
  const t = useWords(viewsWords);
  const { workspaceId } = useActionContext();
  const { me, members } = useDirectory();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [limit, setLimit] = useState(AT_ONCE);
  const shared = members.length > 1;
  const { live, choose, retry } = useView(
    'completed',
    USUAL,
    ({ whose }) => liveCompleted(workspaceId, shared && whose === 'mine' ? me : null, limit),
    [me, shared, limit],
  );
  const ready = live.state === 'ready' ? live.value : null;
  const switches = shared && ready && (
    <WhoseSwitch value={ready.choice.whose} onValue={(whose) => choose({ ...ready.choice, whose })} />
  );
  return (
    <Page
      scrollRef={setScroller}
      banner={banner}
      header={<PageHeader title={t.completed} sync={sync} actions={switches} />}
    >
      {switches && <div className="pt-2 md:hidden">{switches}</div>}
      {live.state === 'error' && <ReadTrouble failure={live.failure} onRetry={retry} />}
      {ready && ready.value.tasks.length === 0 && !ready.value.more && (
        <Empty art="today" page title={t.nothingCompleted} fact={t.nothingCompletedFact} />
      )}
      {ready && (ready.value.tasks.length > 0 || ready.value.more) && (
        <Days
          completed={ready.value}
          scroller={scroller}
          openTaskId={openTaskId}
          onComplete={onComplete}
          onEnd={() => ready.value.more && setLimit(ready.value.limit + AT_ONCE)}
        />
      )}
    </Page>
  );
}

interface DaysProps extends Pick<ListPageProps, 'openTaskId' | 'onComplete'> {
  completed: Completed;
  scroller: HTMLElement | null;
  onEnd: () => void;
}

function Days({ completed, ...list }: DaysProps) {
  const t = useWords(viewsWords);
  const { today } = useDirectory();
  const known = useSameRows(
    useMemo(() => new Map(completed.tasks.map((task) => [task.id, task])), [completed.tasks]),
  );
  const sections = useMemo(() => {
    const near = new Map([
      [today, t.today],
      [plusDays(today, -1), t.yesterday],
    ]);
    return toCompletedDays(completed.tasks).map(
      ({ date, ids }, at, days): Section => ({
        key: date,
        title: near.get(date) ?? longDay(date, today),
        ids,
        // Of the last day there may be more than was read.
        count: completed.more && at === days.length - 1 ? null : ids.length,
      }),
    );
  }, [completed, today, t]);
  return <SectionedList sections={useUnmoved(sections)} known={known} {...list} />;
}
