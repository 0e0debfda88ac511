/**
 * `npm run concurrent-mix`: how many of a hundred concurrent edits settle without a question (MG10).
 *
 * The mix. Two people of one workspace each make one edit of the same task without having seen the other's: both begin
 * from the same row, and their pushes arrive one after the other, the later tap not always last. What they do is drawn
 * by these weights. They are a judgement, not a measurement: mostly finishing and moving work on, then dates, then
 * words; deleting and handing over are rare. Texts are edited as people edit them: something added at the end, a word
 * put in, one word replaced; seldom all of it.
 *
 *   finish or move on (status)   26     date                     18     description: add a line  10
 *   project or position          12     priority                  8     description: other       4
 *   labels                        8     title: add or replace     7     assign                   3
 *   custom field, estimate        3     delete                    1
 *
 * Only pairs that meet in the same field, or in a deletion, can need anybody; all pairs are counted, as a person counts
 * them. A second figure counts those that meet alone. The draws are seeded: the figure is the same every time.
 */
import type { Json } from '@holdfast/shared/entities/fields';
import { newId } from '@holdfast/shared/sync/ids';
import type { Op } from '@holdfast/shared/sync/op';
import { createMemoryStore } from '../../../api/src/sync/memory-store';
import { push } from '../../../api/src/sync/push';
import { createDice, type Dice } from '../world/dice';

const PAIRS = 5_000;
const [WS, SAM, ANA] = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const LABELS = [5, 6, 7].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
const PROJECTS = [8, 9].map((n) => `00000000-0000-7000-8000-00000000000${n}`);

type Edit = { readonly [field: string]: Json } | 'delete';
interface Kind {
  readonly weight: number;
  readonly draw: (dice: Dice) => Edit;
}

const TITLE = 'Call the harbour office about the berth';
const LINES = ['Ask for berth 14 or 15.', 'Bring the insurance papers.', 'They close at noon on Fridays.'];
const DESCRIPTION = LINES.join('\n');
const EXTRA = [
  'Mind the tide.',
  'Anna has the key.',
  'Pay by card.',
  'Ring twice.',
  'Ask about winter storage.',
];
const WORDS = ['today', 'soon', 'again', 'first', 'together', 'early', 'quickly'];

/** One word of the text for another one, or one put in before it. */
function reword(text: string, dice: Dice): string {
  const words = text.split(' ');
  words.splice(dice.int(words.length), dice.int(2), dice.pick(WORDS));
  return words.join(' ');
}

const KINDS: readonly Kind[] = [
  {
    weight: 26,
    draw: (dice) => ({
      status: dice.pick(['done', 'done', 'done', 'in_progress', 'in_progress', 'blocked', 'cancelled']),
    }),
  },
  { weight: 18, draw: (dice) => ({ dueOn: `2026-03-${10 + dice.int(15)}` }) },
  {
    weight: 12,
    draw: (dice) =>
      dice.chance(0.4) ? { projectId: dice.pick(PROJECTS) } : { position: `a${dice.int(999)}` },
  },
  { weight: 8, draw: (dice) => ({ priority: 1 + dice.int(4) }) },
  { weight: 8, draw: (dice) => ({ labels: LABELS.filter(() => dice.chance(0.5)) }) },
  { weight: 10, draw: (dice) => ({ description: `${DESCRIPTION}\n${dice.pick(EXTRA)}` }) },
  {
    weight: 4,
    draw: (dice) => ({ description: dice.chance(0.1) ? dice.pick(EXTRA) : reword(DESCRIPTION, dice) }),
  },
  {
    weight: 7,
    draw: (dice) => ({ title: dice.chance(0.5) ? `${TITLE} ${dice.pick(WORDS)}` : reword(TITLE, dice) }),
  },
  { weight: 3, draw: (dice) => ({ assigneeId: dice.pick([SAM, ANA]) }) },
  { weight: 3, draw: (dice) => ({ 'custom.size': dice.int(5) }) },
  { weight: 1, draw: () => 'delete' },
];

function drawEdit(dice: Dice): Edit {
  let left = dice.int(KINDS.reduce((sum, { weight }) => sum + weight, 0));
  for (const { weight, draw } of KINDS) {
    left -= weight;
    if (left < 0) return draw(dice);
  }
  return 'delete';
}

const BEFORE: { readonly [field: string]: Json } = {
  title: TITLE,
  description: DESCRIPTION,
  status: 'todo',
  priority: 2,
  labels: [],
  dueOn: null,
  projectId: null,
  position: 'a0',
  assigneeId: null,
};

const opOf = (id: string, base: number, edit: Edit): Op => ({
  op: edit === 'delete' ? 'delete' : 'patch',
  entity: 'task',
  id,
  base,
  after: null,
  guard: false,
  changes:
    edit === 'delete'
      ? {}
      : Object.fromEntries(
          Object.entries(edit).map(([field, to]) => [field, { from: BEFORE[field] ?? null, to }]),
        ),
});

/** A fresh workspace with the task in it; then both edits, each from what stood before either. */
async function meet(dice: Dice, edits: readonly [Edit, Edit]): Promise<string[]> {
  const store = createMemoryStore();
  store.found(WS, { [SAM]: 'owner', [ANA]: 'member' });
  let now = 1_790_000_000_000;
  const entropy = { now: () => now, randomBytes: (length: number) => dice.bytes(length) };
  const send = async (accountId: string, ops: readonly Op[], cursor: string | null, at: number) => {
    const answer = await push(
      { store, now: () => now, newMark: () => 'a', changed: () => undefined },
      accountId,
      {
        protocol: 1,
        workspaceId: WS,
        deviceId: newId(entropy),
        deviceName: 'x',
        cursor,
        sentAt: now,
        mutations: [
          { id: newId(entropy), seq: 1, schema: 1, at, seen: cursor, name: 'mix.edit', group: null, ops },
        ],
      },
      1_000,
    );
    if (answer.kind !== 'page') throw new Error(`no page: ${answer.kind}`);
    return answer.page;
  };
  const create = (entity: string, id: string, values: { readonly [field: string]: Json }): Op => ({
    op: 'create',
    entity,
    id,
    base: 0,
    after: null,
    guard: false,
    changes: Object.fromEntries(Object.entries(values).map(([field, to]) => [field, { from: null, to }])),
  });
  const task = newId(entropy);
  const start = await send(
    SAM,
    [
      create('project', PROJECTS[0] ?? '', { name: 'Boat', position: 'a0' }),
      create('project', PROJECTS[1] ?? '', { name: 'Home', position: 'a1' }),
      ...LABELS.map((id) => create('label', id, { name: id.slice(-1) })),
      create('task', task, BEFORE),
    ],
    null,
    now,
  );
  const base = start.changes.find(({ row }) => row.id === task)?.row.version ?? 0;
  now += 3_600_000;
  const outcomes: string[] = [];
  for (const [index, edit] of edits.entries()) {
    const at = now - dice.int(1_800_000);
    const page = await send(index === 0 ? SAM : ANA, [opOf(task, base, edit)], start.cursor, at);
    outcomes.push(String(page.results[0]?.outcome));
    now += 60_000;
  }
  return outcomes;
}

const dice = createDice('concurrent mix');
let questions = 0;
let meetings = 0;
let asked = 0;
for (let n = 0; n < PAIRS; n += 1) {
  const edits: [Edit, Edit] = [drawEdit(dice), drawEdit(dice)];
  const [first, second] = await meet(dice, edits);
  if (first !== 'applied') throw new Error(`the first of two edits was ${first}`);
  const fields = edits.map((edit) => (edit === 'delete' ? ['delete'] : Object.keys(edit)));
  const meets = fields.flat().includes('delete') || fields[0]?.some((field) => fields[1]?.includes(field));
  if (meets) meetings += 1;
  if (second === 'review') questions += 1;
  if (meets && second === 'review') asked += 1;
  if (second === 'rejected') throw new Error('a concurrent edit was refused');
}
const share = (part: number, of: number): string => (100 - (100 * part) / of).toFixed(1);
console.log(`${PAIRS} pairs of concurrent edits of one task`);
console.log(`${share(questions, PAIRS)} of 100 settle without a question`);
console.log(`of the ${meetings} that meet in one field or in a deletion: ${share(asked, meetings)} of 100`);
process.exitCode = questions / PAIRS > 0.05 ? 1 : 0;
