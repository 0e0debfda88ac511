/** What another app shared, or a link brought along, as a draft of quick add: looked at before it is added. Pure. */
import { emptyDraft, type QuickAddDraft } from './new-task';

export interface Offered {
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

/** `/add?title=Pay+rent+friday&notes=…` */
export function offeredBy(search: string): Offered | null {
  const given = new URLSearchParams(search);
  const value = (name: string) => given.get(name) ?? '';
  const offered = { title: value('title'), text: value('notes') || value('text'), url: value('url') };
  return Object.values(offered).every((each) => each.trim() === '') ? null : offered;
}

/** A draft that waits already keeps its words: what is offered becomes a line below. */
export function withOffered(draft: QuickAddDraft, offered: Offered): QuickAddDraft {
  const { line, notes } = draftOf(offered);
  if (draft.line.trim() === '' && draft.notes.trim() === '') return { ...emptyDraft, line, notes };
  const below = [line, oneLine(notes)].filter((part) => part !== '').join(' ');
  return { ...draft, line: [draft.line.trimEnd(), below].filter((part) => part !== '').join('\n') };
}

/** The title is the line; without one it is the text, each line of it a task, or else the address. */
function draftOf({ title, text, url }: Offered): { readonly line: string; readonly notes: string } {
  const said = text.trim();
  const address = said.includes(url.trim()) ? '' : url.trim();
  const parts = [oneLine(title), said, address].filter((part) => part !== '');
  const [line = '', ...notes] = parts;
  return { line, notes: notes.join('\n') };
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
