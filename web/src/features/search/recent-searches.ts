/** What was searched for lately, on this device. Pure. */
const MOST = 6;

/** The newest first; a longer spelling of the same takes its place. */
export function withRecent(recent: readonly string[], words: string): readonly string[] {
  const said = words.trim().replace(/\s+/gu, ' ');
  if (said.length < 2) return recent;
  const isSame = (other: string) => said.toLowerCase().startsWith(other.toLowerCase());
  return [said, ...recent.filter((other) => !isSame(other))].slice(0, MOST);
}
