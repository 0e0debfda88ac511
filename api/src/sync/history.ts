/**
 * A page of a row's history (HY1), the newest change first. Whoever may read the workspace may read it; a row that is
 * absent and one of another workspace are answered alike, with nothing (WR2).
 */
import { formatPlace, type HistoryPage, type HistoryPlace } from '@holdfast/shared/sync/history';
import type { HistoryLine, NoMember, ServerStore } from './server-store';

export interface HistoryRequest {
  readonly accountId: string;
  readonly workspaceId: string;
  readonly entity: string;
  readonly id: string;
  readonly before: HistoryPlace | null;
  readonly limit: number;
}

export type HistoryAnswer =
  | { readonly kind: 'page'; readonly page: HistoryPage }
  | { readonly kind: NoMember };

/** Long descriptions make short pages: beyond so many characters the rest is the next page's. */
const MAX_CHARACTERS = 1_000_000;

export const readHistory = (store: ServerStore, request: HistoryRequest): Promise<HistoryAnswer> =>
  store.transaction({ ...request, mode: 'snapshot' }, async (tx) => {
    const { entity, id, before, limit } = request;
    const [membership, lines] = await Promise.all([
      tx.membership(),
      tx.rowHistory(entity, id, before, limit + 1),
    ]);
    if (membership.kind !== 'member') return { kind: membership.kind };
    const told = fitting(lines.slice(0, limit));
    const last = told.at(-1);
    const next = last && told.length < lines.length ? formatPlace(last) : null;
    const entries = told.map(({ entity: _, rowId: __, ...entry }) => entry);
    return { kind: 'page', page: { entries, next } };
  });

/** As many as a page carries, one at least. */
function fitting(lines: readonly HistoryLine[]): readonly HistoryLine[] {
  let room = MAX_CHARACTERS;
  const end = lines.findIndex((line, index) => {
    room -= lengthOf(line.from) + lengthOf(line.to);
    return room < 0 && index > 0;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

const lengthOf = (value: HistoryLine['from']): number =>
  typeof value === 'string' ? value.length : JSON.stringify(value).length;
