/**
 * What of a device without an account stays behind when it moves into one (CL12): the sample, as long as nobody made
 * it their own. Ticking its tasks off, deleting them and taking that back is what it is for; any other edit, and
 * anything of one's own that refers to it, takes all of it along. Pure.
 */
import type { OutboxEntry } from './local-store';
import { rowAddress } from './local-store';
import { SAMPLE } from './sample';

/** Mutations that use the sample and add nothing to it. */
const USES: ReadonlySet<string> = new Set([
  'task.complete',
  'task.reopen',
  'task.delete',
  'task.restore',
  'project.delete',
  'project.restore',
  'change.undo',
]);

/** The entries that move along. */
export function withoutSample(outbox: readonly OutboxEntry[]): readonly OutboxEntry[] {
  const made = outbox.filter((entry) => entry.mutation.name === SAMPLE);
  const rows = new Set(made.flatMap((entry) => entry.rows));
  const ids = [...rows].map((key) => rowAddress(key).id);
  const isUse = ({ mutation, rows: touched }: OutboxEntry): boolean =>
    mutation.name === SAMPLE || (USES.has(mutation.name) && touched.every((key) => rows.has(key)));
  const others = outbox.filter((entry) => !isUse(entry));
  const isOwn = others.some(({ mutation }) => {
    const ops = JSON.stringify(mutation.ops);
    return ids.some((id) => ops.includes(id));
  });
  return isOwn ? outbox : others;
}
