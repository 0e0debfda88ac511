/** A check box of a task list, pressed: one character of the text changes, so that it joins with others' edits. Pure. */

/**
 * @param from where its list item begins, in UTF-16 offsets of `seen`
 * @param seen the text whose boxes were on the screen: typing runs ahead of them
 * @returns the text as it is where no box follows, or where its line is there no longer
 */
export function toggledCheck(text: string, from: number, seen: string = text): string {
  const pressed = boxesIn(seen, from).next().value;
  if (pressed === undefined) return text;
  const above = seen.slice(0, pressed.index).split('\n');
  const lines = text.split('\n');
  const number = sameLine(seen.split('\n'), lines, above.length - 1);
  const line = lines[number] ?? '';
  // A line may hold several.
  const box = [...boxesIn(line)][[...boxesIn(above.at(-1) ?? '')].length];
  if (box === undefined) return text;
  const mark = box[1]?.toLowerCase() === 'x' ? ' ' : 'x';
  lines[number] = `${line.slice(0, box.index + 1)}${mark}${line.slice(box.index + 2)}`;
  return lines.join('\n');
}

function boxesIn(text: string, from = 0) {
  const box = /\[([ \txX])\]/g;
  box.lastIndex = from;
  return text.matchAll(box);
}

/** Which line it is now: counted from the top above what was written, from the end below it; -1 where nobody can say. */
function sameLine(before: readonly string[], after: readonly string[], line: number): number {
  if (before.length === after.length) return line;
  const most = Math.min(before.length, after.length);
  let above = 0;
  while (above < most && before[above] === after[above]) above++;
  if (line < above) return line;
  let below = 0;
  while (below < most - above && before.at(-1 - below) === after.at(-1 - below)) below++;
  return line >= before.length - below ? line + after.length - before.length : -1;
}
