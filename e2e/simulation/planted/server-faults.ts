/** Bugs of the server, each as small as the ones that people make. Where a second guard hides one, both are off. */
import type { PlantedFault } from './planted-fault';

const sync = (name: string) => `api/src/sync/${name}.ts`;

export const SERVER_FAULTS: readonly PlantedFault[] = [
  {
    name: 'no_dedupe',
    hazard: 'H01',
    says: 'a mutation that comes again takes effect again',
    patches: [
      { file: sync('plan-push'), find: '  if (stored) {', replace: '  if (stored && incoming.seq < 0) {' },
      {
        file: sync('memory/mutations'),
        find: "if (ws.mutations.has(mutation.id)) throw new Error('a mutation id twice');",
        replace: '',
      },
    ],
  },
  {
    name: 'limbo',
    hazard: 'H08',
    says: 'what was committed and not answered is never answered',
    patches: [
      {
        file: sync('plan-push'),
        find: '? { ...plain(incoming), duplicate: stored.result, outcome: stored.result.outcome }',
        replace: "? { ...plain(incoming), outcome: 'retry' as never }",
      },
      {
        file: sync('pull'),
        find: 'page: { ack: device?.ack ?? 0, now, results, ...page }',
        replace: 'page: { ack: device?.ack ?? 0, now, results: [], ...page }',
      },
    ],
  },
  {
    name: 'dedupe_by_seq_only',
    hazard: 'H02',
    says: 'what has a number that was seen is taken for done',
    patches: [
      {
        file: sync('commit-push'),
        find: "    if (seq <= last && !known.has(id)) return { kind: 'device_forked' };",
        replace: '',
      },
      {
        file: sync('plan-push'),
        find: '  const stored = known.get(incoming.id);',
        replace:
          "  const stored = known.get(incoming.id) ?? (incoming.seq <= pusher.ack ? ({ contentHash: incoming.hash, result: { outcome: 'applied', version: 0 } } as never) : undefined);",
      },
      {
        file: sync('commit-push'),
        find: 'const pusher: Pusher = { ...sender, role: membership.role };',
        replace: 'const pusher = { ...sender, role: membership.role, ack: before?.ack ?? 0 };',
      },
    ],
  },
  {
    name: 'no_fork_check',
    hazard: 'H03',
    says: 'a number that was seen is dropped without a word',
    patches: [
      {
        file: sync('commit-push'),
        find: "    if (seq <= last && !known.has(id)) return { kind: 'device_forked' };",
        replace: '',
      },
      {
        file: sync('commit-push'),
        find: 'readable.filter(({ id }) => !knownMutations.has(id));',
        replace: 'readable.filter(({ id, seq }) => !knownMutations.has(id) && seq > (before?.ack ?? 0));',
      },
      {
        file: sync('commit-push'),
        find: 'const plan = planPush(pusher, facts, knownMutations, batch);',
        replace:
          'const plan = planPush(pusher, facts, knownMutations, batch.filter(({ id, seq }) => knownMutations.has(id) || seq > (before?.ack ?? 0)));',
      },
    ],
  },
  {
    name: 'early_version',
    hazard: 'H16',
    says: 'a version is seen before the rows that have it',
    patches: [
      {
        file: sync('memory-store'),
        find: 'const draft = drafts.get(workspaceId) ?? copyOf(of(workspaceId));',
        replace:
          'if (!drafts.has(workspaceId)) { (globalThis as any).late?.(); (globalThis as any).late = null; }\nconst draft = drafts.get(workspaceId) ?? copyOf(of(workspaceId));',
      },
      {
        file: sync('memory-store'),
        find: 'for (const [id, draft] of drafts) if (workspaces.has(id)) workspaces.set(id, draft);',
        replace:
          'for (const [id, draft] of drafts) if (workspaces.has(id)) { workspaces.set(id, { ...of(id), head: draft.head, marks: draft.marks }); (globalThis as any).late = () => workspaces.set(id, draft); }',
      },
    ],
  },
  {
    name: 'no_mark',
    hazard: 'H25',
    says: 'a cursor of a history that a restore has undone is believed',
    patches: [
      {
        file: sync('page'),
        find: 'unknown: marks.get(version) !== mark }',
        replace: 'unknown: !marks.has(version) && version > 1_000_000 }',
      },
    ],
  },
  {
    name: 'cursor_no_mark',
    hazard: 'H18',
    says: 'of a cursor only the version is looked at',
    patches: [
      {
        file: sync('page'),
        find: 'unknown: marks.get(version) !== mark }',
        replace: 'unknown: !marks.has(version) }',
      },
    ],
  },
  {
    name: 'no_floor',
    hazard: 'H23',
    says: 'a cursor from before the tombstones were cleaned up is believed',
    patches: [
      {
        file: sync('page'),
        find: '(version > 0 && version < head.floor);',
        replace: '(version > 0 && version < 0 && version < head.floor);',
      },
      // Its mark went with the tombstones: the second guard.
      {
        file: sync('page'),
        find: 'unknown: marks.get(version) !== mark }',
        replace: 'unknown: marks.has(version) && marks.get(version) !== mark }',
      },
    ],
  },
  {
    name: 'pull_no_lastseq',
    hazard: 'H20',
    says: 'a pull brings own changes without their results',
    patches: [
      {
        file: sync('pull'),
        find: 'page: { ack: device?.ack ?? 0, now, results, ...page }',
        replace: 'page: { ack: device?.ack ?? 0, now, results: [], ...page }',
      },
      // The number up to which it has answered would tell as well.
      {
        file: 'web/src/sync/rebase-rows.ts',
        find: 'frozen === 1 && seq <= ack &&',
        replace: 'frozen === 1 && seq < 0 && seq <= ack &&',
      },
    ],
  },
  {
    name: 'self_conc',
    hazard: 'H31',
    says: "one's own edits count as somebody else's",
    patches: [
      { file: sync('unseen-by'), find: ' && entry.deviceId !== own', replace: ' && own !== null' },
      { file: sync('unseen-by'), find: '.filter((entry) => !chain.has(entry.mutationId))', replace: '' },
    ],
  },
  {
    name: 'base_of_another_history',
    hazard: 'H25',
    says: 'after a restore a base is believed that this history never gave',
    patches: [
      {
        file: sync('known-history'),
        find: 'marks.get(cursor.version) === cursor.mark,',
        replace: 'cursor.version >= 0,',
      },
    ],
  },
  {
    name: 'clock_raw',
    hazard: 'H30',
    says: "a device's clock is believed",
    patches: [
      {
        file: sync('pusher'),
        find: 'mutation.at + (pusher.now - pusher.sentAt)',
        replace: 'mutation.at',
      },
    ],
  },
  {
    name: 'no_roles',
    hazard: 'H15',
    says: 'a viewer may write',
    patches: [
      {
        file: sync('may-not'),
        find: 'if (!entity || !can(role, entity.capability))',
        replace: 'if (!entity)',
      },
    ],
  },
  {
    name: 'pull_without_membership',
    hazard: 'H65',
    says: 'who was removed goes on reading',
    patches: [
      {
        file: sync('pull'),
        find: "    if (membership.kind !== 'member') return membership;\n    if (device",
        replace: '    if (device',
      },
    ],
  },
  {
    name: 'half_a_batch',
    hazard: 'H10',
    says: 'a mutation that the storage refuses takes those before it along, as if they had stood',
    patches: [
      {
        file: sync('push'),
        find: 'results: [...total.results, ...next.results] };',
        replace:
          'results: [...total.results, ...next.results, ...retries(batch.slice(index + 1)).map((one) => ({ ...one, outcome: "applied" as const, version: 1 }))] };',
      },
    ],
  },
];
