/** On an open task: there is more than one version of something, and here is where that is decided. */
import { useLiveKept } from '../../db/use-live';
import { Link } from '../../ui/link';
import { NeedsYouMark, OthersDecideMark } from '../../ui/marks';
import { liveOpenVersions } from './open-versions';

export interface VersionsLinkProps {
  workspaceId: string;
  rowId: string;
  me: string;
}

export function VersionsLink({ workspaceId, rowId, me }: VersionsLinkProps) {
  const live = useLiveKept(liveOpenVersions(workspaceId, rowId, me), [workspaceId, rowId, me], 'beside');
  if (live.state !== 'ready' || live.value === null) return null;
  const { words, forMe } = live.value;
  return (
    <p className="versions">
      {forMe ? <NeedsYouMark /> : <OthersDecideMark />}
      <Link href={`/review/${rowId}`}>{words}</Link>
    </p>
  );
}
