/** Everything that can be reached, each once. @param look what is there, and what it leads to */
export function reach<T>(
  from: readonly string[],
  look: (id: string) => readonly [T, readonly string[]] | null,
): T[] {
  const seen = new Set(from);
  const found: T[] = [];
  for (const id of seen) {
    const step = look(id);
    if (!step) continue;
    found.push(step[0]);
    for (const next of step[1]) seen.add(next);
  }
  return found;
}
