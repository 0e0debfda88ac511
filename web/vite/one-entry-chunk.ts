/**
 * Everything that the first paint needs comes as one chunk: thirty small ones compress worse (13 kB in all) and ask
 * thirty times. What is imported dynamically stays in chunks of its own.
 */
type ModuleFacts = { readonly importedIds: readonly string[] } | null;
type Ask = { readonly getModuleInfo: (id: string) => ModuleFacts };

/** A chunk group's `name`: 'entry' for what `entry` reaches without a dynamic import. */
export function oneEntryChunk(entry: RegExp): (id: string, ask: Ask) => string | null {
  const reached = new Set<string>();
  let known = false;
  return (id, ask) => {
    if (entry.test(id) && !known) {
      known = true;
      walk(id, ask, reached);
    }
    return reached.has(id) ? 'entry' : null;
  };
}

function walk(from: string, ask: Ask, reached: Set<string>): void {
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(ask.getModuleInfo(id)?.importedIds ?? []));
  }
}
