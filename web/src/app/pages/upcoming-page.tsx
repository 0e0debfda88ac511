/** The days to come, one below the other, until there is nothing. */
import { useMemo, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useDirectory } from '../../features/tasks/directory';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { usePlaceTask } from '../../features/tasks/use-place-task';
import { useSameRows } from '../../features/tasks/use-same-rows';
import { PlacingList } from '../../features/views/placing-list';
import type { Section } from '../../features/views/sections';
import { liveUpcoming, toAgenda, type Upcoming } from '../../features/views/upcoming';
import { useUnmoved } from '../../features/views/use-unmoved';
import { useView } from '../../features/views/use-view';
import type { ViewChoice } from '../../features/views/view-choice';
import { WhoseSwitch } from '../../features/views/whose-switch';
import { viewsWords } from '../../features/views/words';
import { Page } from '../../ui/app-frame';
import { Empty } from '../../ui/empty';
import { plusDays } from '../../ui/month';
import { PageHeader } from '../../ui/page-header';
import { longDay } from '../../words/day';
import { useWords } from '../../words/use-words';
import { AddFirst } from './add-first';
import type { ListPageProps } from './list-page-props';

const USUAL: ViewChoice = { whose: 'mine', sort: 'date', group: 'date' };
const AT_ONCE = 100;

export function UpcomingPage({ sync, banner, onNewTask, ...list }: ListPageProps) {
  const t = useWords(viewsWords);
  const { workspaceId } = useActionContext();
  const { today, me, members } = useDirectory();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [limit, setLimit] = useState(AT_ONCE);
  const shared = members.length > 1;
  const { live, choose, retry } = useView(
    'upcoming',
    USUAL,
    ({ whose }) => liveUpcoming(workspaceId, today, shared && whose === 'mine' ? { me } : null, limit),
    [workspaceId, today, me, shared, limit],
  );
  const ready = live.state === 'ready' ? live.value : null;
  const switches = shared && ready && (
    <WhoseSwitch value={ready.choice.whose} onValue={(whose) => choose({ ...ready.choice, whose })} />
  );
  return (
    <Page
      scrollRef={setScroller}
      banner={banner}
      header={<PageHeader title={t.upcoming} sync={sync} actions={switches} />}
    >
      {switches && <div className="pt-2 md:hidden">{switches}</div>}
      {live.state === 'error' && <ReadTrouble failure={live.failure} onRetry={retry} />}
      {ready && ready.value.tasks.length === 0 && !ready.value.more && (
        <Empty
          art="today"
          page
          title={t.nothingAhead}
          fact={t.nothingAheadFact}
          action={<AddFirst onNewTask={onNewTask} />}
        />
      )}
      {ready && (ready.value.tasks.length > 0 || ready.value.more) && (
        <Agenda
          upcoming={ready.value}
          scroller={scroller}
          onEnd={() => ready.value.more && setLimit(ready.value.limit + AT_ONCE)}
          {...list}
        />
      )}
    </Page>
  );
}

interface AgendaProps extends Pick<ListPageProps, 'openTaskId' | 'onComplete'> {
  upcoming: Upcoming;
  scroller: HTMLElement | null;
  onEnd: () => void;
}

function Agenda({ upcoming, ...list }: AgendaProps) {
  const t = useWords(viewsWords);
  const { today } = useDirectory();
  const place = usePlaceTask();
  const known = useSameRows(
    useMemo(() => new Map(upcoming.tasks.map((task) => [task.id, task])), [upcoming.tasks]),
  );
  const sections = useMemo(
    () =>
      toAgenda(upcoming.tasks, today, upcoming.more).map(({ date, ids }): Section => {
        const day = longDay(date, today);
        return {
          key: date,
          title: date === plusDays(today, 1) ? t.dayTomorrow({ day }) : day,
          ids,
          count: ids.length === 0 ? null : ids.length,
          quiet: ids.length === 0,
        };
      }),
    [upcoming, today, t],
  );
  return (
    <PlacingList
      sections={useUnmoved(sections)}
      known={known}
      ordersItself
      hideDay
      onPlace={(id, { section: dueOn }) =>
        place(id, null, { dueOn }, t.movedToDay({ day: longDay(dueOn, today) }))
      }
      {...list}
    />
  );
}
