/** Why a write came to nothing, as a sentence for the person whose words are still in the field. Pure. */
import { MAX_OPS } from '@holdfast/shared/sync/op';
import type { RefusalCode, Refused } from '../../db/intent';
import type { StorageTrouble } from '../../db/storage-failure';
import type { WriteResult } from '../../db/write-result';
import { notSavedMessages } from './not-saved-messages';

/** Null where it was saved, or there was nothing to save. */
export function notSavedWords(result: WriteResult): string | null {
  if (result.kind === 'not_stored') return storageTroubleWords(result.trouble);
  return result.kind === 'refused' ? refusedWords(result) : null;
}

export function refusedWords({ code, field }: Pick<Refused, 'code' | 'field'>): string {
  const t = notSavedMessages.get();
  if (code === 'too_many') return t.tooMany(MAX_OPS);
  if (code !== 'invalid') return t[CODES[code]];
  if (field === 'description') return t.description({ most: 100_000 });
  return t[FIELDS[field ?? ''] ?? 'invalid'];
}

export const storageTroubleWords = (trouble: StorageTrouble): string =>
  notSavedMessages.get()[trouble === 'dead' || trouble === 'unavailable' ? 'silent' : trouble];

const CODES = {
  too_large: 'tooLarge',
  not_found: 'notFound',
  never_here: 'neverHere',
  parent_gone: 'parentGone',
  changed_since: 'changedSince',
  reused: 'reused',
  moved: 'moved',
  gone: 'gone',
  not_fetched: 'notFetched',
} as const satisfies { readonly [code in Exclude<RefusalCode, 'invalid' | 'too_many'>]: string };

const FIELDS: { readonly [field: string]: 'title' | 'name' | 'day' | 'time' } = {
  title: 'title',
  name: 'name',
  dueOn: 'day',
  startOn: 'day',
  dueTime: 'time',
};
