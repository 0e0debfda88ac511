/** Today and Inbox with how much is open in each; today's number is the app's badge as well. */
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { useDirectory } from '../../features/tasks/directory';
import { liveTaskCounts } from '../../features/tasks/today-query';
import { CalendarIcon, InboxIcon, SunIcon } from '../../ui/icons';
import { SideLink } from '../../ui/sidebar';
import { useWords } from '../../words/use-words';
import type { Screen } from '../router/routes';
import { useAppBadge } from '../use-app-badge';
import { appWords } from '../words';
import { countWords } from './count-words';

export function DayLinks({ screen }: { screen: Screen }) {
  const t = useWords(appWords);
  const { workspaceId } = useActionContext();
  const { today, me, members } = useDirectory();
  const whose = members.length > 1 ? { me } : null;
  const counts = useLiveKept(
    liveTaskCounts(workspaceId, { date: today }, whose),
    [workspaceId, today, me, whose === null],
    'beside',
  );
  const { today: due, inbox } = counts.state === 'ready' ? counts.value : { today: 0, inbox: 0 };
  useAppBadge(counts.state === 'ready' ? due : null);
  return (
    <>
      <SideLink
        href="/today"
        label={t.today}
        icon={<SunIcon />}
        current={screen.name === 'today'}
        end={countWords(due)}
      />
      <SideLink
        href="/inbox"
        label={t.inbox}
        icon={<InboxIcon />}
        current={screen.name === 'inbox'}
        end={countWords(inbox)}
      />
      <SideLink
        href="/upcoming"
        label={t.upcoming}
        icon={<CalendarIcon />}
        current={screen.name === 'upcoming'}
      />
    </>
  );
}
