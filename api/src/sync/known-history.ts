import { parseCursor, START_MARK } from './cursor';

const parsed = (texts: readonly (string | null)[]) =>
  [...new Set(texts)].flatMap((text) => {
    const cursor = text === null ? null : parseCursor(text);
    return text !== null && cursor ? [{ text, cursor }] : [];
  });

/** The versions whose marks tell whether this history gave the cursors. */
export const versionsIn = (texts: readonly (string | null)[]): number[] => [
  ...new Set(parsed(texts).map(({ cursor }) => cursor.version)),
];

/**
 * Of the `seen` cursors of a batch those that this history gave; in the others every base counts as 0 (Words). Below the
 * floor marks are gone, and with them the difference between a long absence and another history: a question too many
 * is better than words that are gone.
 */
export const knownCursors = (
  texts: readonly (string | null)[],
  marks: ReadonlyMap<number, string>,
): ReadonlySet<string> =>
  new Set(
    parsed(texts)
      .filter(({ cursor }) =>
        cursor.version === 0 ? cursor.mark === START_MARK : marks.get(cursor.version) === cursor.mark,
      )
      .map(({ text }) => text),
  );
