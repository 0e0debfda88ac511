/** The browser's marks in memory; as in the browser, whatever is asked of them is answered a little later. */
import type { BrowserMarks } from '../platform/browser-marks';

export function memoryMarks(): { readonly marks: BrowserMarks; readonly stored: Map<string, unknown> } {
  const stored = new Map<string, unknown>();
  const put = (changes: { readonly [key: string]: unknown }) => {
    for (const [key, value] of Object.entries(changes))
      value === undefined ? stored.delete(key) : stored.set(key, value);
  };
  const marks: BrowserMarks = {
    read: async <T>(key: string) => stored.get(key) as T | undefined,
    readAll: async (keys) => keys.map((key) => stored.get(key)),
    write: async (changes) => put(changes),
    change: async (keys, decide) => put(decide(keys.map((key) => stored.get(key)))),
  };
  return { marks, stored };
}
