/** Texts that other apps shared with this one; the service worker keeps them until a page takes them. */
import type { BrowserMarks } from './browser-marks';

const SHARED_MARK = 'shared';

export interface Shared {
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

/** Behind what waits already: a second text before any page took the first replaces nothing. */
export const keepShared = (marks: BrowserMarks, shared: Shared): Promise<void> =>
  marks.change([SHARED_MARK], ([kept]) => ({ [SHARED_MARK]: [...all(kept), shared] }));

/** In the order in which they came. Look without taking: the draft that they become is saved first. */
export const readShared = async (marks: BrowserMarks): Promise<readonly Shared[]> =>
  all(await marks.read(SHARED_MARK));

/** @param taken as they were read: what came since waits for the next time, whoever else took the same */
export const forgetShared = (marks: BrowserMarks, taken: readonly Shared[]): Promise<void> =>
  marks.change([SHARED_MARK], ([kept]) => {
    const rest = taken.reduce(without, all(kept));
    return { [SHARED_MARK]: rest.length > 0 ? rest : undefined };
  });

function without(kept: readonly Shared[], gone: Shared): readonly Shared[] {
  const at = kept.findIndex(
    ({ title, text, url }) => title === gone.title && text === gone.text && url === gone.url,
  );
  return at < 0 ? kept : kept.filter((_, n) => n !== at);
}

/** An older build kept one alone. */
function all(kept: unknown): readonly Shared[] {
  if (kept === undefined) return [];
  return Array.isArray(kept) ? (kept as readonly Shared[]) : [kept as Shared];
}
