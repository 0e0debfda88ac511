/** Today: what is overdue, what is due, what comes later, and what was done. */
import type { Task } from '@holdfast/shared/entities/task';
import { useMemo, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { useDirectory } from '../../features/tasks/directory';
import { liveDueCount } from '../../features/tasks/due-count';
import type { Whose } from '../../features/tasks/queries';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { TaskList } from '../../features/tasks/task-list';
import { liveToday, type Today } from '../../features/tasks/today-query';
import { useMoveToDay } from '../../features/tasks/use-complete';
import { useResting, useStays } from '../../features/tasks/use-resting';
import { useSameRows } from '../../features/tasks/use-same-rows';
import { useView } from '../../features/views/use-view';
import type { ViewChoice } from '../../features/views/view-choice';
import { WhoseSwitch } from '../../features/views/whose-switch';
import { Page } from '../../ui/app-frame';
import { Button, ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { PlusIcon } from '../../ui/icons';
import { Kbd } from '../../ui/marks';
import { plusDays } from '../../ui/month';
import { PageHeader } from '../../ui/page-header';
import { Progress } from '../../ui/progress';
import { AddRow } from '../../ui/row';
import { SectionHeader } from '../../ui/section-header';
import { longDay } from '../../words/day';
import { useWords } from '../../words/use-words';
import { appWords } from '../words';
import { AddFirst } from './add-first';
import type { ListPageProps } from './list-page-props';

const USUAL: ViewChoice = { whose: 'mine', sort: 'date', group: 'date' };

export function TodayPage({ sync, banner, ...list }: ListPageProps) {
  const t = useWords(appWords);
  const { today, me, members } = useDirectory();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const shared = members.length > 1;
  const { live, choose, retry } = useToday(shared);
  const day = live.state === 'ready' ? live.value.value : null;
  const choice = live.state === 'ready' ? live.value.choice : USUAL;
  const switches = shared && (
    <WhoseSwitch value={choice.whose} onValue={(whose) => choose({ ...choice, whose })} />
  );
  const whose = shared && choice.whose === 'mine' ? { me } : null;
  const open = day ? day.overdue.length + day.today.length + day.later.length : 0;
  const all = open + (day?.done.length ?? 0);

  return (
    <Page
      scrollRef={setScroller}
      banner={banner}
      header={
        <PageHeader
          title={t.today}
          sync={sync}
          sub={
            <>
              {longDay(today, today)}
              {all > 0 && (
                <Progress done={all - open} all={all} words={t.doneOf({ done: all - open, all })} />
              )}
            </>
          }
          actions={switches}
        />
      }
    >
      {switches && <div className="pt-2 md:hidden">{switches}</div>}
      {live.state === 'error' && <ReadTrouble failure={live.failure} onRetry={retry} />}
      {day && <Sections day={day} whose={whose} scroller={scroller} {...list} />}
    </Page>
  );
}

function useToday(shared: boolean) {
  const { workspaceId } = useActionContext();
  const { today, now, me } = useDirectory();
  const startsAt = useMemo(() => new Date(`${today}T00:00`).getTime(), [today]);
  const day = { date: today, time: now, startsAt };
  return useView(
    'today',
    USUAL,
    ({ whose }) => liveToday(workspaceId, day, shared && whose === 'mine' ? { me } : null),
    [workspaceId, today, now, me, shared],
  );
}

interface SectionsProps extends Omit<ListPageProps, 'sync' | 'banner'> {
  day: Today;
  whose: Whose;
  scroller: HTMLElement | null;
}

function Sections({ day, whose, scroller, openTaskId, onComplete, onNewTask }: SectionsProps) {
  const t = useWords(appWords);
  const { today: date, mayWrite } = useDirectory();
  const moveToDay = useMoveToDay();
  const resting = useResting();
  const known = useSameRows(day.firstRows);
  // What is done joins the list once it has rested where it was.
  const today = useMemo(
    () => [...day.today, ...day.done.filter((id) => !resting.ids.has(id))],
    [day, resting.ids],
  );
  const list = {
    scroller,
    known,
    openTaskId,
    onComplete: (task: Task, isDone: boolean) => {
      if (isDone) resting.rest(task.id);
      return onComplete(task, isDone);
    },
  };
  const nothingOpen = day.overdue.length + day.today.length + day.later.length === 0;

  const showsOverdue = useStays(day.overdue.length > 0, resting.moving);
  const showsToday = useStays(today.length > 0, resting.moving);
  const showsLater = useStays(day.later.length > 0, resting.moving);

  return (
    <>
      {nothingOpen && !resting.moving && (
        <NothingLeft done={day.done.length} whose={whose} onNewTask={onNewTask} />
      )}
      {showsOverdue && (
        <>
          <SectionHeader
            late
            title={t.overdue}
            count={day.overdue.length}
            action={
              mayWrite && (
                <Button kind="text" size="head" onClick={() => moveToDay(day.overdue, date)}>
                  {t.moveToToday}
                </Button>
              )
            }
          />
          <TaskList label={t.overdue} ids={day.overdue} {...list} />
        </>
      )}
      {showsToday && (
        <>
          <SectionHeader title={t.today} count={day.today.length} />
          <TaskList label={t.today} ids={today} {...list} />
        </>
      )}
      {mayWrite && !nothingOpen && (
        <div className="hidden md:block">
          <AddRow icon={<PlusIcon />} shortcut={<Kbd>N</Kbd>} onPress={onNewTask}>
            {t.addToToday}
          </AddRow>
        </div>
      )}
      {showsLater && (
        <>
          <SectionHeader title={t.laterToday} count={day.later.length} />
          <TaskList label={t.laterToday} ids={day.later} {...list} />
        </>
      )}
    </>
  );
}

interface NothingLeftProps {
  done: number;
  whose: Whose;
  onNewTask: () => void;
}

function NothingLeft({ done, whose, onNewTask }: NothingLeftProps) {
  const t = useWords(appWords);
  const { workspaceId } = useActionContext();
  const { today } = useDirectory();
  const next = plusDays(today, 1);
  const live = useLiveKept(liveDueCount(workspaceId, next, next, whose), [workspaceId, next, whose?.me]);
  const tomorrow = live.state === 'ready' ? live.value : 0;
  const isDone = done > 0;
  return (
    <Empty
      art="today"
      page={!isDone}
      title={isDone ? t.nothingLeftToday : t.nothingDueToday}
      fact={
        isDone
          ? [t.tasksDone(done), tomorrow > 0 && t.tomorrowHas(tomorrow)].filter(Boolean).join(' ')
          : t.addedHereIsDue
      }
      action={
        isDone && tomorrow > 0 ? (
          <ButtonLink kind="quiet" href="/upcoming">
            {t.seeTomorrow}
          </ButtonLink>
        ) : (
          <AddFirst onNewTask={onNewTask} />
        )
      }
    />
  );
}
