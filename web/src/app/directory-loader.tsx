/** Reads the names that every screen needs, once and live, and gives them to what is below. */

import { can } from '@holdfast/shared/access/roles';
import type { Label } from '@holdfast/shared/entities/label';
import type { Member } from '@holdfast/shared/entities/member';
import type { Project } from '@holdfast/shared/entities/project';
import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import type { Query } from '../db/live';
import { useActionContext } from '../db/use-action-context';
import { useLiveKept } from '../db/use-live';
import { useSync } from '../features/sync/sync-context';
import { type Directory, DirectoryProvider } from '../features/tasks/directory';
import { useClock } from '../features/tasks/use-clock';
import { hoursShown } from '../platform/clock';

interface Names {
  readonly projects: readonly Project[];
  readonly labels: readonly Label[];
  readonly members: readonly Member[];
}

const liveNames =
  (workspaceId: string): Query<Names> =>
  async (read) => {
    const from = [workspaceId, 0];
    const [projects, labels, members] = await Promise.all([
      read.rows('project', { index: 'list', from }),
      read.rows('label', { index: 'list', from }),
      read.rows('member', { index: 'list', from }),
    ]);
    return { projects, labels, members };
  };

const nobody: Names = { projects: [], labels: [], members: [] };

export function DirectoryLoader({ children }: { children: ReactNode }) {
  const { workspaceId, accountId } = useActionContext();
  const { today, now } = useClock();
  // A workspace that the server does not know stays readable here (CL8).
  const unknown = useSync().unknownWorkspaces.includes(workspaceId);
  // Every row writes its times by it.
  const hours = useSyncExternalStore(hoursShown.listen, hoursShown.get);
  const live = useLiveKept(liveNames(workspaceId), [workspaceId]);
  const names = live.state === 'ready' ? live.value : nobody;

  const directory = useMemo<Directory>(() => {
    const me = names.members.find((member) => member.accountId === accountId);
    return {
      ...names,
      // Archived ones still have their names; nothing is put into them.
      projects: names.projects.filter((project) => project.archivedAt === null),
      projectById: byKey(names.projects, (project) => project.id),
      labelById: byKey(names.labels, (label) => label.id),
      memberByAccount: byKey(names.members, (member) => member.accountId),
      today,
      now,
      hours,
      me: accountId,
      // Before the member row has come, and without an account, the device's own person writes.
      mayWrite: (me === undefined || can(me.role, 'write')) && !unknown,
    };
  }, [names, accountId, today, now, hours, unknown]);

  return <DirectoryProvider value={directory}>{children}</DirectoryProvider>;
}

function byKey<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}
