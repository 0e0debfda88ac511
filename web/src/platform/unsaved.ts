/** Editors with text that is nowhere but on screen. While there is one, this tab is not reloaded. */
const held = new Set<object>();

/** Call what it returns once the text is saved or given up. */
export function holdUnsaved(): () => void {
  const one = {};
  held.add(one);
  return () => {
    held.delete(one);
  };
}

export const hasUnsaved = (): boolean => held.size > 0;
