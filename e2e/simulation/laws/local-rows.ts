/** What a device's database says of a row and of a workspace, read as the laws read it. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { LocalState } from '../../../web/src/db/memory-store';
import type { Position } from '../../../web/src/db/meta';

export const confirmedOf = (state: LocalState, key: string): Row | null | undefined =>
  state.confirmed.has(key) ? state.confirmed.get(key) : state.rows.get(key);

export const positionOf = (state: LocalState, workspaceId: string): Position | undefined =>
  state.meta.get(`position/${workspaceId}`) as unknown as Position | undefined;

/** What the view of a row is made of, for people who look into a failure. */
export const standing = (state: LocalState, key: string): string =>
  JSON.stringify({
    confirmed: confirmedOf(state, key)?.version,
    acked: [...state.acked.values()]
      .filter((entry) => entry.rows.includes(key) && entry.passed === 0)
      .map(({ version, held, mutation }) => [mutation.name, version, held?.includes(key)]),
    waiting: [...state.outbox.values()]
      .filter((entry) => entry.rows.includes(key))
      .map(({ mutation, again, held }) => [mutation.name, again, held?.includes(key)]),
    position: positionOf(state, key.slice(0, 36))?.version,
  });
