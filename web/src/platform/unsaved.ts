/** Editors with text that is nowhere but on screen. While there is one, this tab is not reloaded. */
const held = new Set<object>();
const listeners = new Set<() => void>();

/** Call what it returns once the text is saved or given up. */
export function holdUnsaved(): () => void {
  const one = {};
  held.add(one);
  return () => {
    if (held.delete(one) && held.size === 0) for (const listener of listeners) listener();
  };
}

export const hasUnsaved = (): boolean => held.size > 0;

export function onAllSaved(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
