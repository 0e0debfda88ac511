/** The merges of the last 90 days that concern this person, of all their workspaces, the latest first. */
import { type Conflict, sideOf } from '@holdfast/shared/entities/conflict';
import type { Json } from '@holdfast/shared/entities/fields';
import { sameJson } from '@holdfast/shared/merge/json';
import { valueAt } from '@holdfast/shared/merge/row-values';
import type { Query } from '../../db/live';
import { deviceIdOf, META } from '../../db/meta';
import type { Reader } from '../../db/reader';
import { kindOf } from '../fields/field-words';
import { readNames } from '../sync/read-names';
import { diarySentence, isEdit, type Other, otherValue } from './diary';
import { diaryMessages } from './diary-messages';
import { maySend, nameOfRow, readRow, type Standing } from './row-names';

export interface DiaryLine {
  readonly conflict: Conflict;
  readonly workspaceId: string;
  /** The row's name, or what kind of thing it was where it is not on this device. */
  readonly subject: string;
  /** Where it can be opened: a task that is there. */
  readonly href: string | null;
  readonly sentence: string;
  readonly row: Standing | null;
  /** One tap takes it. Null where it was changed since, or is not here. */
  readonly other: Other | null;
  /** Somebody changed it after the merge: what the sentence says stood then. */
  readonly changedSince: boolean;
  readonly mayWrite: boolean;
}

export interface DiaryAsks {
  readonly workspaceIds: readonly string[];
  readonly me: string;
  readonly today: string;
  readonly moment: (at: number) => string;
  /** Epoch milliseconds: 90 days ago. */
  readonly since: number;
}

export const DIARY_DAYS = 90;

export const liveDiary =
  (asks: DiaryAsks): Query<readonly DiaryLine[]> =>
  async (read) => {
    const deviceId = deviceIdOf(await read.meta(META.device));
    const each = await Promise.all(asks.workspaceIds.map((id) => diaryOf(read, id, { ...asks, deviceId })));
    return each.flat().sort((a, b) => b.conflict.at - a.conflict.at);
  };

async function diaryOf(
  read: Reader,
  workspaceId: string,
  asks: DiaryAsks & { readonly deviceId: string },
): Promise<DiaryLine[]> {
  const all = await read.rows('conflict', {
    index: 'state',
    from: [workspaceId, 0, 'auto', asks.since],
    to: [workspaceId, 0, 'auto', Number.MAX_SAFE_INTEGER],
  });
  const mine = all.filter((one) => concerns(one, asks.me));
  if (mine.length === 0) return [];
  const rows = await Promise.all(mine.map((one) => readRow(read, workspaceId, one.entity, one.rowId)));
  const taskIds = [
    ...mine.flatMap(({ mine: a, theirs: b, result: c }) => [a, b, c].flatMap(idsIn)),
    ...rows.flatMap((row) => idsIn(row?.['taskId'] as Json)),
  ];
  const { nameOf, members } = await readNames(read, workspaceId, taskIds.map(asTask));
  const mayWrite = maySend(members, asks.me);
  const reader = { ...asks, nameOf };
  return mine.map((conflict, at): DiaryLine => {
    const row = rows[at] ?? null;
    const stands = row !== null && stillStands(conflict, row);
    const taskId = conflict.entity === 'task' ? conflict.rowId : (row?.['taskId'] ?? null);
    return {
      conflict,
      workspaceId,
      subject: nameOfRow(row) ?? diaryMessages.get().notHere({ kind: kindOf(conflict.entity) }),
      href: typeof taskId === 'string' && row !== null ? `/t/${taskId}` : null,
      sentence: diarySentence(conflict, reader),
      row,
      other: stands ? otherValue(conflict, reader) : null,
      changedSince: row !== null && !stands,
      mayWrite,
    };
  });
}

/** One made it, or it is addressed to them. */
const concerns = (conflict: Conflict, me: string): boolean =>
  conflict.forAccountId === me ||
  sideOf(conflict, 'mine').accountId === me ||
  sideOf(conflict, 'theirs').accountId === me;

/** Whether the row is still as the merge left it. */
function stillStands({ field, mine, result }: Conflict, row: Standing): boolean {
  if (field === 'deletedAt')
    return isEdit(mine) || result !== null ? row.deletedAt !== null : row.deletedAt === null;
  return row.deletedAt === null && sameJson(valueAt(row as never, field), result as Json);
}

const idsIn = (value: Json): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : [];

const asTask = (id: string) => ({ entity: 'task', id });
