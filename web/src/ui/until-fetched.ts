/**
 * Asks for a chunk until it is here; once nobody wants it any longer, it never is. There may be no network, or a deploy
 * may just have taken the file away (H57): thrown on, that would take the whole page down, with the words that somebody
 * is writing.
 */
export const AGAIN_MS = 3_000;

export async function untilFetched<M>(load: () => Promise<M>, isWanted = () => true): Promise<M> {
  for (;;) {
    try {
      return await load();
    } catch {
      // The browser has said why; `onMissingChunk` reloads where that helps and loses nothing.
      await new Promise((done) => setTimeout(done, AGAIN_MS));
      if (!isWanted()) return new Promise(() => undefined);
    }
  }
}
