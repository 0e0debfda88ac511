/** How a name is compared with what follows a sigil: `#boat-shed` means "Boat shed". */

/** The name without case, spaces and joints, so that it can be typed as one word. */
export function sigilKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
}

/** The name as one typed word: "Boat shed fit-out" → `boat-shed-fit-out`. */
export function nameToSigil(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/gu, '-');
}
