/** What was searched for as a filter of its own, named by its words; it opens. */
import { newId } from '@holdfast/shared/sync/ids';
import { useActionContext } from '../../db/use-action-context';
import { saveFilter } from '../../features/filters/actions';
import { type KnownPart, NEW_QUERY, writeQuery } from '../../features/filters/query';
import { useWriter } from '../../features/undo/undo-provider';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import { finderWords } from './words';

/** As much as a filter takes of them. */
const LONGEST_WORDS = 200;

export function useSaveSearch(): (words: string, mine: boolean, go: (path: string) => void) => Promise<void> {
  const ctx = useActionContext();
  const { write } = useWriter();
  const t = useWords(finderWords);
  return async (words, mine, go) => {
    const id = newId(ctx);
    const text = words.trim().slice(0, LONGEST_WORDS);
    const parts: KnownPart[] = [{ text }, ...(mine ? [{ person: ['me'] }] : [])];
    const saving = saveFilter(ctx, { id, name: text, query: writeQuery({ ...NEW_QUERY, parts }) });
    const refusal = await write([saving], { said: sayOf(t.savedSearch, text) });
    if (refusal === null) go(`/f/${id}`);
  };
}
