/** What people do, one function for each act: it looks at what the screen shows, and writes. */
import type { Json } from '@holdfast/shared/entities/fields';
import { newId, nextTaskId } from '@holdfast/shared/sync/ids';
import { discardRejected, retryRejected } from '../../../web/src/db/rejected';
import { MASS } from './mass-acts';
import { isLive, type Moment } from './moment';
import type { Act } from './plan';
import { patchOf } from './screen';
import { retype, textChange, undoneTexts } from './typing';

async function patch(
  { hand, ws, task }: Moment,
  name: string,
  changes: { readonly [field: string]: Json },
): Promise<void> {
  if (task) await hand.write(ws, `task.${name}`, [patchOf(task, changes)]);
}

async function edit(
  { hand, ws, task, dice, word }: Moment,
  name: string,
  field: 'title' | 'description',
): Promise<void> {
  if (!task) return;
  const to = retype(String(task[field]), () => word(ws), dice);
  if (to === '' && field === 'title') return;
  await hand.write(ws, name, [patchOf(task, { [field]: to })], [textChange(task, 'task', field, to)]);
}

export const DO: { readonly [act in Act]: (moment: Moment) => Promise<void> } = {
  ...MASS,
  async add({ hand, ws, rows, dice, word }) {
    const project = rows('project').find(isLive);
    await hand.create(ws, 'task', {
      title: `${word(ws)} ${word(ws)}`,
      position: `a${dice.int(1000)}`,
      projectId: project && dice.chance(0.4) ? project.id : null,
    });
  },
  title: (moment) => edit(moment, 'task.title', 'title'),
  describe: (moment) => edit(moment, 'task.describe', 'description'),
  status: (moment) =>
    patch(moment, 'set_status', {
      status: moment.dice.pick(['todo', 'in_progress', 'blocked', 'done', 'cancelled']),
    }),
  priority: (moment) => patch(moment, 'set_priority', { priority: 1 + moment.dice.int(4) }),
  due: (moment) => {
    const { dice } = moment;
    return patch(moment, 'schedule', { dueOn: dice.chance(0.2) ? null : `2026-03-${10 + dice.int(18)}` });
  },
  custom: (moment) =>
    patch(moment, 'custom', { [`custom.${moment.dice.pick(['size', 'cost'])}`]: moment.dice.int(9) }),
  assign: (moment) => {
    const { dice, accounts } = moment;
    return patch(moment, 'assign', { assigneeId: dice.chance(0.2) ? null : dice.pick(accounts) });
  },
  async labels(moment) {
    const { hand, ws, rows, dice } = moment;
    const labels = rows('label').filter(isLive);
    if (labels.length < 3) return hand.create(ws, 'label', { name: `l${dice.int(99)}`, color: '1' });
    const to = labels.filter(() => dice.chance(0.5)).map((row) => row.id);
    await patch(moment, 'set_labels', { labels: to.sort() });
  },
  async move(moment) {
    const projects = moment.rows('project').filter(isLive);
    if (projects.length === 0) return;
    const { dice } = moment;
    await patch(moment, 'move', { projectId: dice.pick(projects).id, position: `b${dice.int(99)}` });
  },
  async delete({ hand, ws, rows, dice, task }) {
    const entity = dice.chance(0.15) ? 'project' : 'task';
    const row = entity === 'project' ? rows('project').find(isLive) : task;
    if (row)
      await hand.write(ws, `${entity}.delete`, [{ op: 'delete', entity, id: row.id, base: row.version }]);
  },
  async restore({ hand, ws, rows, dice }) {
    const gone = rows('task').filter((row) => !isLive(row));
    if (gone.length === 0) return;
    const { id, version } = dice.pick(gone);
    await hand.write(ws, 'task.restore', [{ op: 'restore', entity: 'task', id, base: version }]);
  },
  async open({ device, ws, dice, task, desk }) {
    if (!task) return;
    const field = dice.chance(0.5) ? 'title' : 'description';
    desk.editors.set(device, { row: task, workspaceId: ws, field });
  },
  /** An editor keeps what it showed when it opened (CL1). */
  async save({ device, hand, dice, word, desk }) {
    const editor = desk.editors.get(device);
    if (!editor) return;
    desk.editors.delete(device);
    const { row, field, workspaceId } = editor;
    const to = retype(String(row[field]), () => word(workspaceId), dice);
    if (to === '') return;
    const change = { ...textChange(row, 'task', field, to), open: true };
    await hand.write(workspaceId, 'task.edit', [patchOf(row, { [field]: to })], [change]);
  },
  /** Both people type other words for the one next task: neither is asked, the later one stands (MG13). */
  async repeat({ hand, ws, rows, task }) {
    if (!task) return;
    const id = nextTaskId(task.id);
    if (rows('task').some((row) => row.id === id)) return;
    await hand.write(ws, 'task.complete', [
      patchOf(task, { status: 'done' }),
      { op: 'create', entity: 'task', id, values: { title: 'again', position: 'a5' } },
    ]);
  },
  async comment({ hand, ws, task, word }) {
    if (task) await hand.create(ws, 'comment', { taskId: task.id, body: `${word(ws)} ${word(ws)}` });
  },
  async step({ hand, ws, task, word }) {
    if (task) await hand.create(ws, 'step', { taskId: task.id, title: word(ws), position: 'a0' });
  },
  async project({ hand, ws, rows, word }) {
    if (rows('project').length < 4) await hand.create(ws, 'project', { name: word(ws), position: 'a0' });
  },
  async undo({ device, hand, desk }) {
    const last = desk.undoable.get(device);
    desk.undoable.delete(device);
    if (!last || last.saved.undo.length === 0) return;
    const { saved, workspaceId } = last;
    const texts = undoneTexts(saved.undo, workspaceId);
    await hand.write(workspaceId, 'change.undo', saved.undo.toReversed(), texts);
  },
  async settle({ device, hand, ws, rows }) {
    const open = rows('conflict').find(
      (row) => row.state === 'open' && row.forAccountId === device.accountId,
    );
    if (!open) return;
    const changes = { state: { from: 'open', to: 'settled' } };
    const { id, version: base } = open;
    await hand.write(ws, 'question.settle', [
      { op: 'patch', entity: 'conflict', id, base, guard: true, changes },
    ]);
  },
  async retry({ device, hand, journal }) {
    const [first] = device.state.rejected.values();
    if (!first) return;
    const deed = journal.deeds.get(first.mutation.id);
    const guarded = first.mutation.ops.some((op) => op.guard);
    // As it was: what its author wrote there since was not before it.
    const words = (deed?.words ?? []).map((change) => ({ ...change, open: true }));
    const writing = retryRejected(hand.context, [first.mutation.id]);
    const again = await hand.follow(first.workspaceId, writing, words, guarded);
    if (deed && (again.kind === 'saved' || again.kind === 'unchanged')) deed.dismissed = true;
  },
  async discard({ device, hand, journal }) {
    const [first] = device.state.rejected.values();
    if (!first) return;
    const deed = journal.deeds.get(first.mutation.id);
    const gone = await discardRejected(hand.context, [first.mutation.id]);
    if (gone.kind === 'discarded' && deed) deed.dismissed = true;
  },
  /** A reference to what no server has: refused there, and only there. */
  rejectable: async (moment) => {
    if (moment.task) await patch(moment, 'move', { projectId: newId(moment.device.entropy()) });
  },
};
