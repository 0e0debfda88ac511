/** The open questions of all workspaces of this person, one review for each row. Pass it to `useLive`. */
import type { Conflict } from '@holdfast/shared/entities/conflict';
import type { Json } from '@holdfast/shared/entities/fields';
import type { Query } from '../../db/live';
import { deviceIdOf, META } from '../../db/meta';
import type { Reader } from '../../db/reader';
import { readNames } from '../sync/read-names';
import { diarySentence } from './diary';
import { type Review, reviewOf } from './review';
import { maySend, readRow } from './row-names';
import type { Wording } from './value-words';

export interface OpenReview extends Review {
  readonly workspaceId: string;
  readonly rowId: string;
  /** At least one of its questions is this person's. */
  readonly forMe: boolean;
  readonly mayWrite: boolean;
  /** The latest of its questions: epoch milliseconds. */
  readonly at: number;
  /** What else was joined about the row in those days, as sentences. */
  readonly joinedToo: readonly string[];
}

export interface ReviewAsks extends Pick<Wording, 'today' | 'moment'> {
  readonly workspaceIds: readonly string[];
  readonly me: string;
}

/** The latest first. */
export const liveReviews =
  (asks: ReviewAsks): Query<readonly OpenReview[]> =>
  async (read) => {
    const deviceId = deviceIdOf(await read.meta(META.device));
    const each = await Promise.all(asks.workspaceIds.map((id) => reviewsOf(read, id, { ...asks, deviceId })));
    return each.flat().sort((a, b) => b.at - a.at || (a.rowId < b.rowId ? -1 : 1));
  };

/** Questions by the row that they are about, in the order of their making. */
function byRow(open: readonly Conflict[]): readonly (readonly Conflict[])[] {
  const groups = new Map<string, Conflict[]>();
  for (const conflict of open.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const key = `${conflict.entity}/${conflict.rowId}`;
    groups.set(key, [...(groups.get(key) ?? []), conflict]);
  }
  return [...groups.values()];
}

const DAY = 86_400_000;

async function reviewsOf(
  read: Reader,
  workspaceId: string,
  asks: ReviewAsks & { readonly deviceId: string },
): Promise<OpenReview[]> {
  const open = await read.rows('conflict', { index: 'state', from: [workspaceId, 0, 'open'] });
  if (open.length === 0) return [];
  const [known, joined] = await Promise.all([
    readNames(read, workspaceId, tasksIn(open)),
    read.rows('conflict', {
      index: 'state',
      from: [workspaceId, 0, 'auto', Math.max(0, Math.min(...open.map((one) => one.at)) - DAY)],
      to: [workspaceId, 0, 'auto', Number.MAX_SAFE_INTEGER],
    }),
  ]);
  const reader = { ...asks, nameOf: known.nameOf };
  return Promise.all(
    byRow(open).map(async (questions): Promise<OpenReview> => {
      const [{ entity, rowId }] = questions as readonly [Conflict, ...Conflict[]];
      const row = await readRow(read, workspaceId, entity, rowId);
      return {
        ...reviewOf(questions, row, reader),
        workspaceId,
        rowId,
        forMe: questions.some((one) => one.forAccountId === asks.me),
        mayWrite: maySend(known.members, asks.me),
        at: Math.max(...questions.map((one) => one.at)),
        joinedToo: joined
          .filter((one) => one.entity === entity && one.rowId === rowId)
          .map((one) => diarySentence(one, reader)),
      };
    }),
  );
}

/** Tasks that a value may name. */
const tasksIn = (open: readonly Conflict[]) =>
  open.flatMap(({ mine, theirs, result }) =>
    [mine, theirs, result].flatMap((value) =>
      idsIn(value as Json)
        .filter((id) => id.length === 36)
        .map((id) => ({ entity: 'task', id })),
    ),
  );

const idsIn = (value: Json): string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.map(String)
      : value !== null && typeof value === 'object'
        ? Object.values(value).flatMap(idsIn)
        : [];
