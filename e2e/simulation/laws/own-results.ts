/**
 * H20, PL1: a page that brings the effect of what the device had sent tells its result too, of one snapshot. Without it
 * the device would put once more what the rows hold already, and mostly nobody would see a difference.
 */
import type { SyncResponse } from '@holdfast/shared/sync/protocol';
import type { Answered } from './answered';
import { gave } from './books';
import type { Evidence } from './evidence';

/** As many results as one page tells. */
const MOST = 200;

export const createOwnResults =
  ({ laws, ledger }: Pick<Evidence, 'laws' | 'ledger'>) =>
  ({ name, path, status, text }: Answered): void => {
    if (status !== 200 || !path.startsWith('/sync/pull?')) return;
    const query = new URLSearchParams(path.slice(path.indexOf('?')));
    const own = ledger.books(query.get('workspaceId') ?? '');
    const [deviceId, ack] = [query.get('deviceId'), Number(query.get('ack'))];
    const taken = [...own.stored.values()].filter(
      (one) => one.deviceId === deviceId && one.seq > ack && own.effects.has(one.id),
    );
    if (taken.length === 0) return;
    const page = JSON.parse(text) as SyncResponse;
    // A page of a history that was undone while it was on its way is judged by nobody.
    if (page.results.length >= MOST || !gave(own, page.cursor)) return;
    for (const { id, seq, result } of taken)
      if (Number(result.version) <= page.version && !page.results.some((told) => told.id === id))
        laws.broken(
          'a-page-tells-results',
          `${name} got version ${page.version} without the result of #${seq}`,
        );
  };
