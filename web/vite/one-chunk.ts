/**
 * Everything that a first paint needs comes as one chunk: thirty small ones compress worse (13 kB in all) and ask
 * thirty times. What is imported dynamically stays in chunks of its own.
 */
type ModuleFacts = { readonly importedIds: readonly string[] } | null;
type Ask = { readonly getModuleInfo: (id: string) => ModuleFacts };

/** A chunk group's `name`: this one for what the file `from` (its full path) reaches without a dynamic import. */
export function oneChunk(name: string, from: string): (id: string, ask: Ask) => string | null {
  let reached: ReadonlySet<string> | null = null;
  return (id, ask) => {
    reached ??= walk(from, ask);
    return reached.has(id) ? name : null;
  };
}

function walk(from: string, ask: Ask): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(ask.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}
