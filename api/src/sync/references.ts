/** What an op refers to: which rows, whether they are there, and where a new task falls whose project is not. */
import { fieldOf, type Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import { entityByName } from '@holdfast/shared/entities/index';
import type { Op } from '@holdfast/shared/sync/op';
import { type Rejection, reject } from '@holdfast/shared/sync/rejection';

/** A row as the mutation has left it so far. */
export type RowAt = (entity: string, id: string) => Row | null;

/** The rows that a value refers to, if its field refers to any. */
export function referencesOf(
  op: Op,
): { readonly field: string; readonly entity: string; readonly id: string }[] {
  const entity = entityByName(op.entity);
  if (!entity) return [];
  return Object.entries(op.changes).flatMap(([name, change]) => {
    const target = fieldOf(entity, name)?.references;
    return target ? idsOf(change.to).map((id) => ({ field: name, entity: target, id })) : [];
  });
}

export const idsOf = (value: Json | readonly string[] | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? (value as string[]) : [];

/** Whose accounts an op names. */
export function peopleIn(op: Op): readonly string[] {
  const entity = entityByName(op.entity);
  return Object.entries(op.changes).flatMap(([name, change]) =>
    entity && fieldOf(entity, name)?.ofMember ? idsOf(change.to) : [],
  );
}

/**
 * A reference to what is not there, or never came to be. Foreign and absent ids are answered alike (H70); so are people
 * who never were members. Who was one once may still be named: the edit may be older than their leaving.
 */
export function brokenReference(
  op: Op,
  rowAt: RowAt,
  { rejected, people }: { readonly rejected: ReadonlySet<string>; readonly people: ReadonlySet<string> },
): Rejection | null {
  if (peopleIn(op).some((id) => !people.has(id))) return reject('not_found', 'account: no member');
  for (const { field, entity, id } of referencesOf(op)) {
    if (rowAt(entity, id)) continue;
    return rejected.has(id)
      ? reject('parent_rejected', `${field}: creation was rejected`, id)
      : reject('not_found', `${field}: absent`);
  }
  return null;
}

/** MG9: a new task of a deleted project falls to the Inbox. */
export function toInbox(op: Op, rowAt: RowAt): Op {
  const projectId = op.changes.projectId?.to;
  if (op.op !== 'create' || op.entity !== 'task' || typeof projectId !== 'string') return op;
  if (rowAt('project', projectId)?.deletedAt === null) return op;
  const { projectId: _, sectionId: __, ...changes } = op.changes;
  return { ...op, changes };
}
