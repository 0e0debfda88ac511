/** A check box of a task list, pressed: one character of the text changes, so that it joins with others' edits. Pure. */

/** @param from where its list item begins, in UTF-16 offsets; the text as it is where no box follows */
export function toggledCheck(text: string, from: number): string {
  const box = /\[([ \txX])\]/g;
  box.lastIndex = from;
  const match = box.exec(text);
  if (!match) return text;
  const at = match.index + 1;
  return `${text.slice(0, at)}${match[1]?.toLowerCase() === 'x' ? ' ' : 'x'}${text.slice(at + 1)}`;
}
