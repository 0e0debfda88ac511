/** A number beside a link; nothing for none. */
export function countWords(number: number): string | undefined {
  return number > 0 ? number.toLocaleString('en') : undefined;
}
