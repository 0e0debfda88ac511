/**
 * Cursors: `version.mark`, and on a walk from 0 also the head and mark at its start (`version.mark.head.mark`). The mark
 * is of the change that made the version: a server whose history was rolled back by a restore does not know it (PL4).
 */
export interface Cursor {
  readonly version: number;
  readonly mark: string;
  readonly walk: { readonly version: number; readonly mark: string } | null;
}

/** The mark of version 0, which no change made. */
export const START_MARK = '0';
export const START: Cursor = { version: 0, mark: START_MARK, walk: null };

export const formatCursor = ({ version, mark, walk }: Cursor): string =>
  walk ? `${version}.${mark}.${walk.version}.${walk.mark}` : `${version}.${mark}`;

/** Null where it is none of ours: judged like one of another history. */
export function parseCursor(text: string): Cursor | null {
  const parts = /^(\d{1,15})\.([0-9a-z]{1,32})(?:\.(\d{1,15})\.([0-9a-z]{1,32}))?$/.exec(text);
  if (!parts) return null;
  const [, version = '', mark = '', head, headMark] = parts;
  return {
    version: Number(version),
    mark,
    walk: head === undefined || headMark === undefined ? null : { version: Number(head), mark: headMark },
  };
}

/** The version whose mark tells whether this history gave the cursor. */
export const judged = (cursor: Cursor): { readonly version: number; readonly mark: string } =>
  cursor.walk ?? cursor;
