/** The daily job, as the database's owner: what nobody needs any more goes (decision 062). */
import { type Asset, keepAssets } from '../db/kept-assets';
import type { Sql } from '../db/pool';
import { prune } from '../db/prune';
import type { Deps } from '../deps';
import { describeError, isOutOfReach } from '../http/describe-error';

export interface TidyUpDeps extends Pick<Deps, 'bus' | 'log' | 'now'> {
  /** The chunks of the build that is served: they must not go. */
  readonly assets: ReadonlyMap<string, Asset> | null;
  readonly newMark: () => string;
}

export async function tidyUp(owner: Sql, { assets, bus, log, now, newMark }: TidyUpDeps): Promise<void> {
  if (assets) await keepAssets(owner, assets, now());
  for await (const done of prune(owner, now(), newMark)) {
    if (done.kind === 'failed') {
      // One workspace's trouble is its own; a database that is away is everybody's.
      if (isOutOfReach(done.error)) throw done.error;
      log.error({ workspaceId: done.workspaceId, error: describeError(done.error) }, 'pruning failed');
      continue;
    }
    const { workspaceId, head, tombstones, history, results } = done;
    if (tombstones > 0) bus.publish({ kind: 'changed', workspaceId, version: head, deviceId: null });
    if (tombstones + history + results > 0) log.info({ ...done }, 'pruned');
  }
}
