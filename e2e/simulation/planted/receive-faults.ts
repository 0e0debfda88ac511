/** Bugs of the client core in what it takes over from an answer: results, rows, walks, leaving a workspace. */
import type { PlantedFault } from './planted-fault';

const sync = (name: string) => `web/src/sync/${name}.ts`;

export const RECEIVE_FAULTS: readonly PlantedFault[] = [
  {
    name: 'settled_by_place',
    hazard: 'H09',
    says: "a result is taken for that of the queue's first entry, whoever pushed it",
    patches: [
      {
        file: sync('outcomes'),
        find: 'const entry = await tx.outboxById(result.id);',
        replace: 'const [entry] = await tx.outbox(workspaceId, 1);',
      },
    ],
  },
  {
    name: 'one_place_believed',
    hazard: 'H49',
    says: 'a result that another syncing place has settled is an error',
    patches: [
      {
        file: sync('outcomes'),
        find: '  if (!entry || entry.workspaceId !== workspaceId) return STAYS;',
        replace: "  if (!entry) throw new Error('a result of nothing');",
      },
    ],
  },
  {
    name: 'silent_reject',
    hazard: 'H06',
    says: 'what was refused is gone without a word',
    patches: [
      { file: sync('outcomes'), find: '        tx.putRejected({', replace: '        Promise.resolve({' },
    ],
  },
  {
    name: 'cursor_first',
    hazard: 'H17',
    says: 'the cursor moves past rows that were refused',
    patches: [
      {
        file: sync('receive'),
        find: 'const taken = current && page.wrong.length === 0;',
        replace: 'const taken = current;',
      },
    ],
  },
  {
    name: 'cursor_apart',
    hazard: 'H17',
    says: 'the cursor is stored before the rows, in a transaction of its own',
    patches: [
      {
        file: sync('receive'),
        find: "  return receiving.store.transaction('relaxed', (tx) => take(tx, receiving, page));",
        replace:
          "  const { workspaceId, response } = receiving;\n  return receiving.store.transaction('relaxed', async (tx) => { const own = await readPosition(tx, workspaceId); if (own.cursor === receiving.sentFrom.cursor && !response.reset && !response.more && page.wrong.length === 0) await writePosition(tx, workspaceId, { ...own, cursor: response.cursor, version: response.version }); return own; }).then((own) => receiving.store.transaction('relaxed', async (tx) => { if (own.cursor === receiving.sentFrom.cursor && !response.reset && !response.more) await writePosition(tx, workspaceId, own); return take(tx, receiving, page); }));",
      },
    ],
  },
  {
    name: 'pull_race',
    hazard: 'H19',
    says: 'an answer to an older question is taken over',
    patches: [
      {
        file: sync('receive'),
        find: 'const current = position.cursor === sentFrom.cursor && position.generation === sentFrom.generation;',
        replace: 'const current = position.generation === sentFrom.generation;',
      },
    ],
  },
  {
    name: 'walk_mix',
    hazard: 'H19',
    says: 'pages of two walks mix',
    patches: [
      {
        file: sync('receive'),
        find: 'const current = position.cursor === sentFrom.cursor && position.generation === sentFrom.generation;',
        replace: 'const current = position.cursor === sentFrom.cursor || position.walk !== null;',
      },
    ],
  },
  {
    name: 'reset_race',
    hazard: 'H19',
    says: 'a reset does not end what was asked before it',
    patches: [
      {
        file: sync('receive'),
        find: 'const current = position.cursor === sentFrom.cursor && position.generation === sentFrom.generation;',
        replace: 'const current = position.generation >= sentFrom.generation;',
      },
    ],
  },
  {
    name: 'reset_forgets_acked',
    hazard: 'H25',
    says: 'what a restored server has lost is not sent again',
    patches: [
      {
        file: sync('receive-walk'),
        find: '  if (lately.length > 0) await sendAgain(',
        replace: '  if (lately.length < 0) await sendAgain(',
      },
    ],
  },
  {
    name: 'reset_clears_queue',
    hazard: 'H13',
    says: 'a reset empties the queue',
    patches: [
      {
        file: sync('receive-walk'),
        find: '  await clearPages(tx, workspaceId);\n  const since',
        replace:
          '  await clearPages(tx, workspaceId);\n  for (const entry of await tx.outbox(workspaceId)) await tx.deleteOutbox(workspaceId, entry.seq);\n  const since',
      },
    ],
  },
  {
    name: 'acked_flickers',
    hazard: 'H21',
    says: 'an acknowledged edit is gone from the screen until the next pull',
    patches: [
      {
        file: 'web/src/db/rebase.ts',
        find: 'const inView = acked.filter((entry) => entry.passed === 0 &&',
        replace: 'const inView = acked.filter((entry) => entry.passed > 1 &&',
      },
    ],
  },
  {
    name: 'applied_twice_in_view',
    hazard: 'H20',
    says: 'an edit that the row holds already is put on top of it once more',
    patches: [
      {
        file: sync('receive'),
        find: '    await markHeld(tx, shown, { head: response.version, answered });',
        replace: '',
      },
    ],
  },
  {
    name: 'removed_keeps_rows',
    hazard: 'H65',
    says: 'who was removed keeps the rows',
    patches: [
      {
        file: sync('leave'),
        find: 'await tx.deleteRow(entity, workspaceId, id);',
        replace: 'await tx.rowIds(entity, workspaceId);',
      },
    ],
  },
  {
    name: 'leave_drops_work',
    hazard: 'H65',
    says: 'what was not sent goes with the workspace',
    patches: [
      {
        file: sync('leave'),
        find: '    if (unsent.length > 0) {',
        replace: '    if (unsent.length > 1_000) {',
      },
    ],
  },
];
