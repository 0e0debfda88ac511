/** Bugs of the client core: writing, sending, asking again. What it does with an answer: receive-faults.ts. */
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
      {
        file: sync('machine-answers'),
        find: 'renumber(reached(wantAgain(state, flight, dice), dice.now), flight, true, dice);',
        replace: 'still(heldBack(reached(wantAgain(state, flight, dice), dice.now), flight, dice));',
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
    name: 'signs_in_silently',
    hazard: 'H62',
    says: 'signing in again is not told to the tab that syncs, which has stopped asking',
    patches: [{ file: 'web/src/app/session.ts', find: '      deps.signedIn();\n', replace: '' }],
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
    name: 'leaves_unfrozen',
    hazard: 'CL2',
    says: 'what leaves at once can still change on its way',
    patches: [{ file: db('append'), find: 'frozen: atOnce ? 1 : 0,', replace: 'frozen: 0,' }],
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
