/** Bugs of the client core. */
import type { PlantedFault } from './planted-fault';

const sync = (name: string) => `web/src/sync/${name}.ts`;
const db = (name: string) => `web/src/db/${name}.ts`;

/** What an answer would be that settles all that was sent. */
const SETTLED =
  '({ ack: 0, now: 0, results: mutations.map(({ id, seq }) => ({ id, seq, outcome: "applied", duplicate: false, version: 0 })), changes: [], cursor: position.cursor ?? "", version: position.version, more: true, reset: false } as unknown as SyncResponse)';

export const DEVICE_FAULTS: readonly PlantedFault[] = [
  {
    name: 'no_gap_reset',
    hazard: 'H04',
    says: 'a server that misses numbers is asked the same again and again',
    patches: [
      {
        file: sync('machine-answers'),
        find: "(code === 'device_forked' || code === 'gap')",
        replace: "code === 'device_forked'",
      },
    ],
  },
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
    name: 'waits_for_ever',
    hazard: 'H22',
    says: 'a request that nobody answered is waited for, and nothing is said',
    patches: [
      {
        file: sync('machine-answers'),
        find: '  const state = { ...before, flights };',
        replace: "  const state = answer.kind === 'unreachable' ? before : { ...before, flights };",
      },
    ],
  },
  {
    name: 'digest_adopted',
    hazard: 'H27',
    says: 'rows that differ are reported, and stay as they are',
    patches: [{ file: sync('digest'), find: '    await deps.startOver(workspaceId);', replace: '' }],
  },
  {
    name: 'refresh_anew',
    hazard: 'H61',
    says: 'a refresh whose answer was lost is asked again as another one',
    patches: [
      {
        file: 'web/src/platform/refresh-session.ts',
        find: 'const rid = mark?.rid ?? deps.newRid();',
        replace: 'const rid = deps.newRid();',
      },
    ],
  },
  {
    name: 'poison_blocks',
    hazard: 'H05',
    says: 'what no server can apply is tried for ever, and what waits behind it waits',
    patches: [
      { file: sync('push'), find: 'entry.tries >= GIVE_UP.tries &&', replace: 'entry.tries >= 1_000_000 &&' },
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
    name: 'drop_on_401',
    hazard: 'H07',
    says: 'an answer 401 empties the queue',
    patches: [
      {
        file: sync('push'),
        find: "  if (answer.kind === 'refused') return refusalOf(answer, mutations);",
        replace: `  if (answer.kind === 'refused' && answer.status === 401) await deps.core.receive(workspaceId, position, ${SETTLED});\n  if (answer.kind === 'refused') return refusalOf(answer, mutations);`,
      },
    ],
  },
  {
    name: 'drop_on_send',
    hazard: 'H12',
    says: 'what is on its way is no longer in the queue',
    patches: [
      {
        file: sync('freeze'),
        find: 'await tx.markFrozen(frozen.filter((_, i) => entries[i]?.frozen !== 1));',
        replace: 'for (const entry of entries) await tx.deleteOutbox(workspaceId, entry.seq);',
      },
    ],
  },
  {
    name: 'html_ok',
    hazard: 'H51',
    says: "a portal's page is taken for an answer",
    patches: [
      {
        file: 'web/src/platform/http.ts',
        find: '  if (!Number.isInteger(protocol) || protocol < 1) return unreachable;',
        replace: '',
      },
      {
        file: 'web/src/platform/http.ts',
        find: '  if (response.headers.get(HEADERS.request) !== requestId) return unreachable;',
        replace: '',
      },
      {
        file: 'web/src/platform/http.ts',
        find: '    if (protocol !== PROTOCOL) return unreachable;',
        replace: '',
      },
      {
        file: 'web/src/platform/http.ts',
        find: '    if (!/^application\\/json\\b/.test(type)) return unreachable;',
        replace:
          "    if (!type.includes('json')) return { kind: 'ok', status: response.status, body: {}, build };",
      },
      {
        file: sync('push'),
        find: "  if (!parsed.success) return { kind: 'unreachable' };",
        replace: `  if (!parsed.success) return receiveAnswer(deps, workspaceId, position, ${SETTLED}, null);`,
      },
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
    name: 'relaxed_write',
    hazard: 'H41',
    says: 'a tap is not on disk when it says so',
    patches: [
      {
        file: db('mutate'),
        find: "ctx.store.transaction('strict', async (tx) => {",
        replace: "ctx.store.transaction('relaxed', async (tx) => {",
      },
    ],
  },
  {
    name: 'fold_into_sent',
    hazard: 'CL2',
    says: 'an entry that is on its way still changes',
    patches: [{ file: db('fold'), find: '  if (last.frozen === 1 || ', replace: '  if (' }],
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
  {
    name: 'no_backoff',
    hazard: 'H56',
    says: 'a server in trouble is asked again at once',
    patches: [
      {
        file: sync('backoff'),
        find: 'return Math.max(BACKOFF.floor, Math.round(window * roll));',
        replace: 'return Math.min(10, Math.round(window * roll));',
      },
    ],
  },
  {
    name: 'clock_back_hammers',
    hazard: 'H30',
    says: 'after the clock went back a refused session is not renewed',
    patches: [
      {
        file: sync('machine-answers'),
        find: 'flight.since < state.refreshedAt && state.refreshedAt <= now',
        replace: 'flight.since < state.refreshedAt',
      },
    ],
  },
];
