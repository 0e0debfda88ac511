/** Refused changes as the person meets them: one for each cause, with what depended on it (CL5). Pure. */
import type { Mutation } from '@holdfast/shared/sync/op';
import { type RejectedEntry, rowAddress } from '../../db/local-store';
import { type ChangeWords, copyText, ownWords } from './change-words';
import { syncWords } from './words';

export interface NeedsYouGroup {
  /** All of its mutations, the cause first: Retry, Edit and Discard take them together. */
  readonly mutationIds: readonly string[];
  readonly words: ChangeWords;
  /** A sentence that says why. */
  readonly reason: string;
  readonly code: RejectedEntry['code'];
  readonly at: number;
  /** What the person wrote. */
  readonly quoted: readonly { readonly label: string; readonly text: string }[];
  readonly copy: string;
  readonly mutation: Mutation;
  /** Changes that went down with it. */
  readonly dependants: number;
}

export function groupRejected(
  entries: readonly RejectedEntry[],
  words: (mutation: Mutation) => ChangeWords | null,
): NeedsYouGroup[] {
  const causeOf = new Map<string, RejectedEntry>();
  for (const entry of entries)
    for (const op of entry.mutation.ops) if (op.op === 'create') causeOf.set(op.id, entry);

  const dependants = new Map<RejectedEntry, RejectedEntry[]>();
  const causes: RejectedEntry[] = [];
  for (const entry of entries) {
    const cause = entry.code === 'parent_rejected' ? rootOf(entry, causeOf) : entry;
    if (cause === entry) causes.push(entry);
    else dependants.set(cause, [...(dependants.get(cause) ?? []), entry]);
  }
  return causes
    .map((cause): NeedsYouGroup => {
      const all = [cause, ...(dependants.get(cause) ?? [])];
      return {
        mutationIds: all.map((entry) => entry.mutation.id),
        words: words(cause.mutation) ?? {
          deed: 'changed',
          said: { words: syncWords.get().changed, blanks: {} },
          subject: '',
          entity: '',
          rowId: '',
          more: 0,
        },
        reason: syncWords.get()[REASONS[cause.code]],
        code: cause.code,
        at: cause.rejectedAt,
        quoted: all.flatMap((entry) => ownWords(entry.mutation)),
        copy: all
          .map((entry) => copyText(entry.mutation))
          .filter(Boolean)
          .join('\n\n'),
        mutation: cause.mutation,
        dependants: all.length - 1,
      };
    })
    .sort((a, b) => b.at - a.at);
}

/** The refused creation at the top: its own row may hang on another refused one. */
function rootOf(entry: RejectedEntry, causeOf: ReadonlyMap<string, RejectedEntry>): RejectedEntry {
  let cause = entry;
  for (let depth = 0; depth < 50 && cause.code === 'parent_rejected'; depth += 1) {
    const rowId = cause.rowId ?? (cause.rows[0] ? rowAddress(cause.rows[0]).id : '');
    const next = causeOf.get(rowId);
    if (!next || next === cause || next === entry) break;
    cause = next;
  }
  return cause;
}

const REASONS = {
  invalid: 'whyInvalid',
  forbidden: 'whyForbidden',
  not_found: 'whyNotFound',
  parent_rejected: 'whyParentRejected',
  too_large: 'whyTooLarge',
  limit: 'whyLimit',
  upgrade: 'whyUpgrade',
  left: 'whyLeft',
  reused: 'whyReused',
  quarantined: 'whyQuarantined',
} as const satisfies { readonly [code in RejectedEntry['code']]: string };
