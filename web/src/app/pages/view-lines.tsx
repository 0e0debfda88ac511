/** The views beyond Today, Inbox and the projects, each with its number. */
import type { Query } from '../../db/live';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { useDirectory } from '../../features/tasks/directory';
import { liveAssignedCount } from '../../features/views/list-query';
import { liveUpcomingCount } from '../../features/views/upcoming';
import { viewsWords } from '../../features/views/words';
import { CalendarIcon, UserIcon } from '../../ui/icons';
import { LineLink } from '../../ui/line';
import { number } from '../../words/number';
import { useWords } from '../../words/use-words';

export function ViewLines() {
  const t = useWords(viewsWords);
  const { workspaceId } = useActionContext();
  const { today, me, members } = useDirectory();
  const whose = members.length > 1 ? { me } : null;
  return (
    <>
      <LineLink
        href="/upcoming"
        mark={<CalendarIcon />}
        title={t.upcoming}
        end={
          <Count
            query={liveUpcomingCount(workspaceId, today, whose)}
            of={`${workspaceId} ${today} ${whose?.me}`}
          />
        }
      />
      <LineLink
        href="/assigned"
        mark={<UserIcon />}
        title={t.assigned}
        end={<Count query={liveAssignedCount(workspaceId, me)} of={`${workspaceId} ${me}`} />}
      />
    </>
  );
}

/** Counted on the index alone, each for itself. */
function Count({ query, of }: { query: Query<number>; of: string }) {
  const live = useLiveKept(query, [of]);
  if (live.state !== 'ready' || live.value === 0) return null;
  return <span className="num">{number(live.value)}</span>;
}
