/** Bugs of the mass-change guard, on the server and on the device of who deleted (PU9). */
import type { PlantedFault } from './planted-fault';

const sync = (name: string) => `api/src/sync/${name}.ts`;
const OUTCOMES = 'web/src/sync/outcomes.ts';

export const HOLD_FAULTS: readonly PlantedFault[] = [
  {
    name: 'held_at_once',
    hazard: 'PU9',
    says: 'what is held has its effect all the same',
    patches: [
      {
        file: sync('plan-push'),
        find: '  if (taken) return hold(',
        replace: '  if (taken) take(batch, draft);\n  if (taken) return hold(',
      },
    ],
  },
  {
    name: 'released_again',
    hazard: 'PU9',
    says: 'who decides second, about what is decided already, lets it go all the same',
    patches: [
      {
        file: sync('plan-push'),
        find: 'const released = holdsReleasedBy(batch, draft);',
        replace: 'const released = [...facts.released.keys()];',
      },
    ],
  },
  {
    name: 'drop_lets_go',
    hazard: 'PU9',
    says: 'what is dropped is deleted',
    patches: [
      {
        file: sync('facts'),
        find: "op.changes.state?.to === 'released'",
        replace: "op.changes.state?.to !== 'held'",
      },
      {
        file: sync('plan-holds'),
        find: "row.state === 'released' && batch",
        replace: "row.state !== 'held' && batch",
      },
    ],
  },
  {
    name: 'release_forgets_since',
    hazard: 'PU9',
    says: 'let go, it takes along what its author wrote there after it was held',
    patches: [
      {
        file: sync('plan-holds'),
        find: 'applyMutation(author, facts, batch, mutation, version)',
        replace: 'applyMutation(author, facts, batch, mutation)',
      },
    ],
  },
  {
    name: 'release_forgets_its_push',
    hazard: 'PU9',
    says: 'let go, it takes along what the same push had edited before it',
    patches: [
      {
        file: sync('plan-holds'),
        find: 'history: [...facts.history, ...since.slice(n)]',
        replace: 'history: facts.history',
      },
    ],
  },
  {
    name: 'half_a_release',
    hazard: 'PU6',
    says: 'a row that makes a handler throw leaves a release half done',
    patches: [
      {
        file: sync('plan-push'),
        find: 'return { ...before, planned:',
        replace: 'return { ...state, planned:',
      },
    ],
  },
  {
    name: 'author_releases',
    hazard: 'PU9',
    says: 'who deleted too much may let it go',
    patches: [
      {
        file: sync('may-not'),
        find: "const isAuthor = state.to === 'dropped' && ",
        replace: 'const isAuthor = ',
      },
    ],
  },
  {
    name: 'undone_and_released',
    hazard: 'PU9',
    says: 'what its author took back is let go with the rest',
    patches: [{ file: sync('plan-push'), find: '  takeBack(author, facts, batch, body);', replace: '' }],
  },
  {
    name: 'never_held',
    hazard: 'PU9',
    says: 'nothing is ever a mass change',
    patches: [
      {
        file: sync('mass-change'),
        find: 'if (!minute.isMass()) continue;',
        replace: 'if (!minute.isMass() || first >= 0) continue;',
      },
    ],
  },
  {
    name: 'held_stays_in_view',
    hazard: 'PU9',
    says: 'held or dropped, its rows stay deleted at its author',
    patches: [
      {
        file: OUTCOMES,
        find: "(reach.whole || entry.outcome === 'held')",
        replace: "reach.whole && entry.outcome !== 'held'",
      },
    ],
  },
  {
    name: 'held_flickers',
    hazard: 'PU9',
    says: 'what is held comes back before anybody says why',
    patches: [
      {
        file: OUTCOMES,
        find: 'const passed = isPassed({ version, outcome: result.outcome }, reach) ? 1 : 0;',
        replace:
          "const passed = isPassed({ version, outcome: result.outcome }, reach) || result.outcome === 'held' ? 1 : 0;",
      },
    ],
  },
];
