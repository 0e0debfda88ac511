/** What is open about one row, in words. Pass the query to `useLive`. */
import type { Conflict } from '@holdfast/shared/entities/conflict';
import type { Query } from '../../db/live';
import { listed } from '../../words/list';
import { theField } from '../fields/field-words';
import { openIn } from './open-asked';
import { mergesWords } from './words';

export interface OpenVersions {
  /** "2 versions of the title" */
  readonly words: string;
  /** It waits for this person; otherwise for somebody else. */
  readonly forMe: boolean;
}

/** What is open about one row; null: nothing. */
export const liveOpenVersions =
  (workspaceId: string, rowId: string, me: string): Query<OpenVersions | null> =>
  async (read) => {
    const open = (await read.rows('conflict', openIn(workspaceId))).filter((one) => one.rowId === rowId);
    return open.length === 0 ? null : versionsOf(open, me);
  };

/** @param open questions about one row: at least one. */
export function versionsOf(open: readonly Conflict[], me: string): OpenVersions {
  const forMe = open.some((one) => one.forAccountId === me);
  const fields = [...new Set(open.map((one) => one.field))];
  if (fields.includes('deletedAt')) return { words: mergesWords.get().anEditIsKept, forMe };
  const labels = fields.map((field) => theField(open[0]?.entity ?? '', field));
  const most = Math.max(...fields.map((field) => open.filter((one) => one.field === field).length));
  return { words: mergesWords.get().versionsOf(most + 1, { fields: listed(labels) }), forMe };
}
