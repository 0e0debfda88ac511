/** Bugs of the merge, which server and devices share. */
import type { PlantedFault } from './planted-fault';

const merge = (name: string) => `shared/src/merge/${name}.ts`;

export const MERGE_FAULTS: readonly PlantedFault[] = [
  {
    name: 'prio_max',
    hazard: 'H32',
    says: 'a priority can never be lowered',
    patches: [
      {
        file: merge('strategies'),
        find: '  if (sameJson(current, from) || sameJson(current, to)) return',
        replace:
          "  if (edit.field.merge === 'priority') return { value: Math.max(Number(current), Number(to)), how: 'taken' };\n  if (sameJson(current, from) || sameJson(current, to)) return",
      },
    ],
  },
  {
    name: 'silent_delete',
    hazard: 'H35',
    says: 'an edit of a deleted task is dropped',
    patches: [
      {
        file: merge('deletion'),
        find: '  if (edit.length === 0) return writer.applied();',
        replace: '  if (edit.length >= 0) return writer.applied();',
      },
    ],
  },
  {
    name: 'delete_forgets_editors',
    hazard: 'H35',
    says: 'a deletion takes edits along that it had not seen',
    patches: [
      {
        file: merge('deletion'),
        find: "const edits = others.filter((other) => other.field !== 'deletedAt');",
        replace: "const edits = others.filter((other) => other.field === '');",
      },
    ],
  },
  {
    name: 'text_lww',
    hazard: 'H38',
    says: 'the later text overwrites the other',
    patches: [
      {
        file: merge('strategies'),
        find: '  const value = fits ? merged.value :',
        replace: '  const value = !fits ? merged.value :',
      },
    ],
  },
  {
    name: 'prio_takes_last',
    hazard: 'H34',
    says: 'a concurrent priority takes the one that came last',
    patches: [
      {
        file: merge('strategies'),
        find: 'Math.max(to, other.value)',
        replace: 'to',
      },
    ],
  },
  {
    name: 'guard_ignored',
    hazard: 'H36',
    says: 'an undo overwrites what somebody wrote since',
    patches: [
      {
        file: merge('apply-op'),
        find: '      if (sameJson(current, from)) writer.set(name, to);',
        replace: '      if (from !== undefined) writer.set(name, to);',
      },
    ],
  },
];
