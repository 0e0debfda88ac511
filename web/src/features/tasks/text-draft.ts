/**
 * A text under somebody's hands (CL1). From the moment it has the focus it keeps `from`, the text that its author
 * saw, and `base`, the version that it had; another device's change meanwhile never reaches the field, it is merged
 * word by word when the draft is saved.
 *
 *   idle ── focus ──▶ open(from, base, text = from)
 *   open ── type ──▶ open(text)
 *   open ── saved(text) ──▶ open(from = text): what was sent is the origin of the next edit, the base stays
 *   open ── refused ──▶ open(fault); the text stays
 *   open ── blur, nothing unsaved ──▶ idle: the field follows the row again
 */

export interface TextDraft {
  readonly from: string;
  readonly base: number;
  readonly text: string;
  /** Why it could not be stored, in words. */
  readonly fault: string | null;
}

/** What a save writes. */
export interface TextEdit {
  readonly from: string;
  readonly base: number;
  readonly to: string;
}

export function openDraft(seen: string, base: number): TextDraft {
  return { from: seen, base, text: seen, fault: null };
}

export function typed(draft: TextDraft, text: string): TextDraft {
  return { ...draft, text, fault: null };
}

/**
 * What is to be written now; null if nothing differs from what was last seen or sent. `tidy` is what storing does to
 * the text (a title loses the space at its ends): the next edit must start from what was really sent.
 */
export function unsaved(draft: TextDraft, tidy: (text: string) => string = same): TextEdit | null {
  const to = tidy(draft.text);
  return to === draft.from ? null : { from: draft.from, base: draft.base, to };
}

const same = (text: string): string => text;

/** The edit is stored. More may have been typed while it was. */
export function saved(draft: TextDraft, edit: TextEdit): TextDraft {
  return { ...draft, from: edit.to, fault: null };
}

export function refused(draft: TextDraft, fault: string): TextDraft {
  return { ...draft, fault };
}
