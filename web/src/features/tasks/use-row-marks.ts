/**
 * The marks of the rows on screen: what needs its author at once; what is unsent after two seconds, so that a good
 * connection never flashes it. Without an account everything is here alone, and said once: no row says it again.
 */
import { useEffect, useMemo, useState } from 'react';
import { rowAddress } from '../../db/local-store';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { liveAsked } from '../merges/open-asked';
import { liveUnsentSince } from '../sync/unsent-since';
import type { RowMark } from './task-row';

const shownAfter = 2000;

export function useRowMarks(ids: readonly string[]): (id: string) => RowMark {
  const ctx = useActionContext();
  const { workspaceId, accountId } = ctx;
  const unsent = useLiveKept(
    liveUnsentSince(workspaceId, 'task', ids),
    [workspaceId, ids.join(' ')],
    'beside',
  );
  const rejected = useLiveKept((read) => read.rejected(workspaceId), [workspaceId], 'beside');
  const open = useLiveKept(liveAsked(workspaceId, accountId), [workspaceId, accountId], 'beside');
  const since = accountId !== '' && unsent.state === 'ready' ? unsent.value : none;
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
    const asked = open.state === 'ready' ? open.value : none;
    return (id) => {
      const mine = asked.get(id);
      if (needy.has(id) || mine) return 'needs-you';
      if (mine === false) return 'others-decide';
      const at = since.get(id);
      return at !== undefined && at + shownAfter <= now ? 'pending' : null;
    };
  }, [rejected, open, since, now]);
}

const none: ReadonlyMap<string, never> = new Map<string, never>();
