/**
 * Shows reminders while this page can: as a notification where that was allowed, otherwise inside the app of a tab that
 * somebody sees. What is done or changed elsewhere takes its notification away.
 */
import type { Task } from '@holdfast/shared/entities/task';
import { useEffect, useRef, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import {
  closeNotification,
  notificationState,
  onNotificationPressed,
  showNotification,
} from '../../platform/notifications';
import { createAlarm } from '../../platform/timers';
import { isVisible, onVisibility } from '../../platform/visibility';
import { BellIcon } from '../../ui/icons';
import { useToasts } from '../../ui/toast';
import { useSession } from '../account/session-context';
import { usePreference } from '../settings/use-preference';
import { useDirectory } from '../tasks/directory';
import { dueWords } from '../tasks/due-words';
import { localTime } from '../tasks/local-time';
import { claimReminders, liveSaid } from './claim';
import { liveReminders } from './queries';
import { outdatedReminders, planReminders, SHOWN_LATE_FOR } from './schedule';
import { remindersWords } from './words';

/** More at once are said as one; inside the app there is room for one. */
const SINGLY = { notification: 3, inside: 1 };

/** @param props.go opens a path of the app */
export function ReminderWatch({ go }: { go: (path: string) => void }) {
  const ctx = useActionContext();
  const session = useSession();
  const { me } = useDirectory();
  const workspaceIds = session.workspaces.map((workspace) => workspace.id);
  const { show } = useToasts();
  const [since] = useState(() => ctx.now() - SHOWN_LATE_FOR);
  const tasks = useLiveKept(
    liveReminders(workspaceIds, me, since),
    [workspaceIds.join(' '), me, since],
    'beside',
  );
  const said = useLiveKept(liveSaid, [], 'beside');
  const [wanted] = usePreference('reminders');

  /** Its task may be in another workspace than the one on the screen. */
  const open = (path: string) => {
    const there = tasks.state === 'ready' && tasks.value.find((task) => pathOf(task.id) === path);
    const moved =
      there && there.workspaceId !== ctx.workspaceId
        ? session.openWorkspace(there.workspaceId)
        : Promise.resolve();
    void moved.then(() => go(path));
  };
  const opens = useRef(open);
  opens.current = open;

  /** What takes away those that are said inside the app. */
  const inside = useRef(new Map<string, () => void>());

  useEffect(() => onNotificationPressed((path) => opens.current(path)), []);

  useEffect(() => {
    if (!wanted || tasks.state !== 'ready' || said.state !== 'ready') return;
    const reminders = tasks.value.flatMap((task) => reminderOf(task));
    for (const id of outdatedReminders(said.value, reminders)) {
      void closeNotification(id);
      inside.current.get(id)?.();
      inside.current.delete(id);
    }

    const look = () => {
      const plan = planReminders(reminders, said.value, ctx.now());
      alarm.set(plan.nextIn);
      if (plan.due.length > 0 && (notificationState() === 'granted' || isVisible())) void tell(plan.due);
    };
    const alarm = createAlarm(look);
    const stop = onVisibility((visible) => visible && look());
    look();
    return () => {
      stop();
      alarm.set(null);
    };

    async function tell(due: readonly Due[]) {
      const mine = await claimReminders(ctx.store, due, ctx.now());
      const singly = notificationState() === 'granted' ? SINGLY.notification : SINGLY.inside;
      if (mine.length > singly) return say(several(mine.length));
      for (const one of mine) await say(noticeOf(one, localTime(ctx.now()).today));
    }

    async function say(notice: Notice) {
      if (notificationState() === 'granted' && (await showNotification(notice)) === 'shown') return;
      const takeAway = show({
        icon: <BellIcon className="text-kelp" />,
        text: <b>{notice.title}</b>,
        detail: notice.body,
        stays: true,
        action: { label: remindersWords.get().open, onPress: () => opens.current(notice.path) },
      });
      inside.current.set(notice.tag, takeAway);
    }
  }, [wanted, tasks, said, ctx, show]);

  return null;
}

interface Due {
  readonly id: string;
  readonly remindAt: number;
  readonly task: Task;
}

interface Notice {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly path: string;
}

const reminderOf = (task: Task): readonly Due[] =>
  task.remindAt === null ? [] : [{ id: task.id, remindAt: task.remindAt, task }];

function noticeOf({ id, task }: Due, today: string): Notice {
  const when = dueWords(task.dueOn, task.dueTime, today);
  const body = when === '' ? '' : remindersWords.get().due({ when });
  return { title: task.title, body, tag: id, path: pathOf(id) };
}

const pathOf = (taskId: string): string => `/t/${taskId}`;

const several = (count: number): Notice => ({
  title: remindersWords.get().several(count),
  body: '',
  tag: 'reminders',
  path: '/today',
});
