import { parseCursor, START_MARK } from './cursor';
import type { ServerTransaction } from './server-store';

/** Of the `seen` cursors of a batch those that this history gave; in the others every base counts as 0 (Words). */
export async function knownCursors(
  tx: ServerTransaction,
  texts: readonly (string | null)[],
): Promise<ReadonlySet<string>> {
  const cursors = [...new Set(texts)].flatMap((text) => {
    const cursor = text === null ? null : parseCursor(text);
    return text !== null && cursor ? [{ text, cursor }] : [];
  });
  if (cursors.length === 0) return new Set();
  const [marks, { floor }] = await Promise.all([
    tx.marks(cursors.map(({ cursor }) => cursor.version)),
    tx.head(),
  ]);
  return new Set(
    cursors
      .filter(({ cursor }) =>
        cursor.version === 0
          ? cursor.mark === START_MARK
          : marks.get(cursor.version) === cursor.mark ||
            (cursor.version < floor && !marks.has(cursor.version)),
      )
      .map(({ text }) => text),
  );
}
