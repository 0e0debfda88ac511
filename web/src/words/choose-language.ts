/**
 * The first language of `read` (the favourite first) that there is, by its whole tag or by its first part
 * (`de-AT` → `de`).
 */
export function chooseLanguage(read: readonly string[], there: readonly string[], otherwise: string): string {
  for (const tag of read) {
    const found = [tag, tag.split('-')[0]].find((code) => code !== undefined && there.includes(code));
    if (found !== undefined) return found;
  }
  return otherwise;
}
