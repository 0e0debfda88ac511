/**
 * The marks of the rows on screen: what needs its author at once; what is unsent after two seconds, so that a good
 * connection never flashes it.
 */
import { useEffect, useMemo, useState } from 'react';
import { rowAddress } from '../../db/local-store';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { liveUnsentSince } from '../sync/queries';
import type { RowMark } from './task-row';

const shownAfter = 2000;

export function useRowMarks(ids: readonly string[]): (id: string) => RowMark {
  const ctx = useActionContext();
  const { workspaceId } = ctx;
  const unsent = useLiveKept(liveUnsentSince(workspaceId, 'task', ids), [workspaceId, ids.join(' ')]);
  const rejected = useLiveKept((read) => read.rejected(workspaceId), [workspaceId]);
  const since = unsent.state === 'ready' ? unsent.value : none;
  const [now, setNow] = useState(() => ctx.now());

  useEffect(() => {
    const young = [...since.values()].filter((at) => at + shownAfter > now);
    if (young.length === 0) return;
    const wait = Math.max(0, Math.min(...young) + shownAfter - ctx.now());
    const timer = setTimeout(() => setNow(ctx.now()), wait + 1);
    return () => clearTimeout(timer);
  }, [since, now, ctx]);

  return useMemo(() => {
    const entries = rejected.state === 'ready' ? rejected.value : [];
    const needy = new Set(entries.flatMap((entry) => entry.rows.map((row) => rowAddress(row).id)));
    return (id) => {
      if (needy.has(id)) return 'needs-you';
      const at = since.get(id);
      return at !== undefined && at + shownAfter <= now ? 'pending' : null;
    };
  }, [rejected, since, now]);
}

const none: ReadonlyMap<string, number> = new Map();
