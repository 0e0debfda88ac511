/** What people do: each act looks at what the screen shows and writes through the product's only write path. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import { newId, nextTaskId } from '@holdfast/shared/sync/ids';
import type { WriteContext } from '../../../web/src/db/context';
import type { OpIntent } from '../../../web/src/db/intent';
import { mutate, type Saved, type WriteResult } from '../../../web/src/db/mutate';
import { discardRejected, retryRejected } from '../../../web/src/db/rejected';
import type { Laws } from '../laws/laws';
import type { Device, Tab } from './device';
import { createDice, type Dice } from './dice';
import { type Journal, type WordChange, wordsIn } from './journal';
import type { Act } from './plan';
import type { Timeline } from './timeline';

export interface PeopleWorld {
  readonly time: Timeline;
  readonly journal: Journal;
  readonly laws: Laws;
  readonly seed: number;
  readonly accounts: readonly string[];
  /** 'o' or 'e': the letter of a workspace's words. */
  readonly letterOf: (workspaceId: string) => string;
  readonly saved: (device: Device, saved: Saved, guarded: boolean) => void;
  /** Refused already on the device. */
  readonly refusedHere: (code: string) => void;
}

export interface People {
  act(device: Device, act: Act, n: number): void;
  readonly acts: () => number;
}

interface Editor {
  readonly row: Row;
  readonly workspaceId: string;
  readonly field: 'title' | 'description';
}

export function createPeople(world: PeopleWorld): People {
  const editors = new Map<Device, Editor>();
  const undoable = new Map<Device, { readonly saved: Saved; readonly workspaceId: string }>();
  let words = 0;
  let acts = 0;

  function contextOf(tab: Tab): WriteContext {
    const { device } = tab;
    return {
      ...device.entropy(),
      store: tab.store,
      accountId: device.accountId,
      onWrite: (workspaceId) => device.tell({ kind: 'wrote', workspaceId }),
    };
  }

  async function write(
    tab: Tab,
    workspaceId: string,
    name: string,
    ops: readonly OpIntent[],
    texts: readonly WordChange[] = [],
  ): Promise<WriteResult> {
    const result = await mutate(contextOf(tab), { workspaceId, name, ops });
    follow(
      tab,
      workspaceId,
      result,
      texts,
      ops.some((op) => 'guard' in op && op.guard === true),
    );
    return result;
  }

  function follow(
    tab: Tab,
    workspaceId: string,
    result: WriteResult,
    texts: readonly WordChange[],
    guarded: boolean,
  ): void {
    if (result.kind === 'saved') {
      const { device } = tab;
      world.journal.note(
        { id: result.mutationId, device, accountId: device.accountId, workspaceId, at: world.time.now() },
        texts,
      );
      device.made(result.mutationId);
      undoable.set(device, { saved: result, workspaceId });
      world.saved(device, result, guarded);
    } else if (result.kind === 'refused') world.refusedHere(result.code);
  }

  const word = (workspaceId: string): string => `${world.letterOf(workspaceId)}${++words}w`;

  /** Another text made of one: a word more, less, or other. */
  function retype(text: string, workspaceId: string, dice: Dice): string {
    const parts = text.split(' ').filter((part) => part !== '');
    const at = dice.int(parts.length + 1);
    const how = parts.length > 9 ? 3 : dice.int(8);
    if (how <= 3 && parts.length <= 9) parts.splice(at, 0, word(workspaceId));
    else if (how === 3) parts.splice(dice.int(parts.length), 2);
    else if (how === 4 && parts.length > 1) parts.splice(dice.int(parts.length), 1);
    else if (how === 5 && parts.length > 0) parts.splice(dice.int(parts.length), 1, word(workspaceId));
    else if (how === 6) parts.push(word(workspaceId));
    else parts.unshift(word(workspaceId));
    return parts.join(' ');
  }

  const textChange = (row: Row, entity: string, field: string, to: string): WordChange => {
    const [old, fresh] = [wordsIn(row[field] as Json), wordsIn(to)];
    return {
      workspaceId: row.workspaceId,
      entity,
      rowId: row.id,
      field,
      inserted: fresh.filter((one) => !old.includes(one)),
      removed: old.filter((one) => !fresh.includes(one)),
    };
  };

  const patchOf = (row: Row, changes: { readonly [field: string]: Json }, entity = 'task'): OpIntent => ({
    op: 'patch',
    entity,
    id: row.id,
    base: row.version,
    changes: Object.fromEntries(
      Object.entries(changes).map(([field, to]) => [field, { from: shownValue(row, field), to }]),
    ),
  });

  function created(entity: string, id: string, ws: string, values: { [field: string]: Json }): WordChange[] {
    return Object.entries(values).flatMap(([field, value]) => {
      const inserted = wordsIn(value);
      return inserted.length === 0
        ? []
        : [{ workspaceId: ws, entity, rowId: id, field, inserted, removed: [] }];
    });
  }

  async function create(
    tab: Tab,
    ws: string,
    entity: string,
    values: { [field: string]: Json },
    id = newId(tab.device.entropy()),
  ): Promise<void> {
    const text = created(entity, id, ws, values);
    await write(tab, ws, `${entity}.add`, [{ op: 'create', entity, id, values }], text);
  }

  async function perform(tab: Tab, act: Act, dice: Dice): Promise<void> {
    const { device } = tab;
    if (device.workspaces.length === 0) return;
    const ws = dice.chance(0.7) ? (device.workspaces[0] as string) : dice.pick(device.workspaces);
    const rows = rowsOf(device, ws);
    const tasks = rows('task').filter((row) => row.deletedAt === null);
    // Most people work on the same few tasks.
    const task = tasks.length === 0 ? null : dice.pick(dice.chance(0.7) ? tasks.slice(0, 4) : tasks);
    const patch = (name: string, changes: { readonly [field: string]: Json }): Promise<WriteResult> | null =>
      task && write(tab, ws, `task.${name}`, [patchOf(task, changes)]);

    switch (act) {
      case 'add': {
        const project = rows('project').find((row) => row.deletedAt === null);
        await create(tab, ws, 'task', {
          title: `${word(ws)} ${word(ws)}`,
          position: `a${dice.int(1000)}`,
          projectId: project && dice.chance(0.4) ? project.id : null,
        });
        return;
      }
      case 'title':
      case 'describe': {
        if (!task) return;
        const field = act === 'title' ? 'title' : 'description';
        const to = retype(String(task[field]), ws, dice);
        if (to === '' && field === 'title') return;
        await write(
          tab,
          ws,
          `task.${act}`,
          [patchOf(task, { [field]: to })],
          [textChange(task, 'task', field, to)],
        );
        return;
      }
      case 'status':
        await patch('set_status', {
          status: dice.pick(['todo', 'in_progress', 'blocked', 'done', 'cancelled']),
        });
        return;
      case 'priority':
        await patch('set_priority', { priority: 1 + dice.int(4) });
        return;
      case 'due':
        await patch('schedule', { dueOn: dice.chance(0.2) ? null : `2026-03-${10 + dice.int(18)}` });
        return;
      case 'custom':
        await patch('custom', { [`custom.${dice.pick(['size', 'cost'])}`]: dice.int(9) });
        return;
      case 'assign':
        await patch('assign', { assigneeId: dice.chance(0.2) ? null : dice.pick(world.accounts) });
        return;
      case 'labels': {
        const labels = rows('label').filter((row) => row.deletedAt === null);
        if (labels.length < 3) return create(tab, ws, 'label', { name: `l${dice.int(99)}`, color: '1' });
        const to = labels.filter(() => dice.chance(0.5)).map((row) => row.id);
        await patch('set_labels', { labels: to.sort() });
        return;
      }
      case 'move': {
        const projects = rows('project').filter((row) => row.deletedAt === null);
        if (projects.length > 0)
          await patch('move', { projectId: dice.pick(projects).id, position: `b${dice.int(99)}` });
        return;
      }
      case 'delete':
        if (dice.chance(0.15)) {
          const project = rows('project').find((row) => row.deletedAt === null);
          if (project)
            await write(tab, ws, 'project.delete', [
              { op: 'delete', entity: 'project', id: project.id, base: project.version },
            ]);
        } else if (task)
          await write(tab, ws, 'task.delete', [
            { op: 'delete', entity: 'task', id: task.id, base: task.version },
          ]);
        return;
      case 'restore': {
        const gone = rows('task').filter((row) => row.deletedAt !== null);
        if (gone.length === 0) return;
        const row = dice.pick(gone);
        await write(tab, ws, 'task.restore', [
          { op: 'restore', entity: 'task', id: row.id, base: row.version },
        ]);
        return;
      }
      case 'open':
        if (task)
          editors.set(device, {
            row: task,
            workspaceId: ws,
            field: dice.chance(0.5) ? 'title' : 'description',
          });
        return;
      case 'save': {
        // An editor keeps what it showed when it opened (CL1).
        const editor = editors.get(device);
        if (!editor) return;
        editors.delete(device);
        const { row, field } = editor;
        const to = retype(String(row[field]), editor.workspaceId, dice);
        if (to === '') return;
        await write(
          tab,
          editor.workspaceId,
          'task.edit',
          [patchOf(row, { [field]: to })],
          [{ ...textChange(row, 'task', field, to), open: true }],
        );
        return;
      }
      case 'repeat': {
        if (!task) return;
        const id = nextTaskId(task.id);
        if (rows('task').some((row) => row.id === id)) return;
        // Both people type other words for the one next task: neither is asked, the later one stands (MG13).
        await write(tab, ws, 'task.complete', [
          patchOf(task, { status: 'done' }),
          { op: 'create', entity: 'task', id, values: { title: 'again', position: 'a5' } },
        ]);
        return;
      }
      case 'comment':
        if (task) await create(tab, ws, 'comment', { taskId: task.id, body: `${word(ws)} ${word(ws)}` });
        return;
      case 'step':
        if (task) await create(tab, ws, 'step', { taskId: task.id, title: word(ws), position: 'a0' });
        return;
      case 'project':
        if (rows('project').length < 4) await create(tab, ws, 'project', { name: word(ws), position: 'a0' });
        return;
      case 'undo': {
        const last = undoable.get(device);
        undoable.delete(device);
        if (last && last.saved.undo.length > 0)
          await write(
            tab,
            last.workspaceId,
            'change.undo',
            last.saved.undo.toReversed(),
            undoneTexts(last.saved.undo, last.workspaceId),
          );
        return;
      }
      case 'settle': {
        const open = rows('conflict').find(
          (row) => row.state === 'open' && row.forAccountId === device.accountId,
        );
        if (open)
          await write(tab, ws, 'question.settle', [
            {
              op: 'patch',
              entity: 'conflict',
              id: open.id,
              base: open.version,
              guard: true,
              changes: { state: { from: 'open', to: 'settled' } },
            },
          ]);
        return;
      }
      case 'retry':
      case 'discard': {
        const [first] = device.state.rejected.values();
        if (!first) return;
        const { id } = first.mutation;
        const deed = world.journal.deeds.get(id);
        if (act === 'discard') {
          const gone = await discardRejected(contextOf(tab), [id]);
          if (gone.kind === 'discarded' && deed) deed.dismissed = true;
          return;
        }
        const again = await retryRejected(contextOf(tab), [id]);
        if (again.kind !== 'saved') {
          if (again.kind === 'unchanged' && deed) deed.dismissed = true;
          return;
        }
        if (deed) deed.dismissed = true;
        follow(
          tab,
          first.workspaceId,
          again,
          deed?.words ?? [],
          first.mutation.ops.some((op) => op.guard),
        );
        return;
      }
      case 'rejectable':
        // A reference to what no server has: refused there, and only there.
        if (task) await write(tab, ws, 'task.move', [patchOf(task, { projectId: newId(device.entropy()) })]);
        return;
    }
  }

  return {
    act(device, act, n) {
      const dice = createDice('act', world.seed, n);
      const [tab] = device.tabs.length === 0 ? [] : [dice.pick(device.tabs)];
      if (!tab) return;
      acts += 1;
      perform(tab, act, dice).catch((error: unknown) => {
        world.laws.broken(
          'a-write-never-throws',
          error instanceof Error ? (error.stack ?? error.message) : 'no error',
        );
      });
    },
    acts: () => acts,
  };
}

function undoneTexts(undo: readonly OpIntent[], workspaceId: string): WordChange[] {
  return undo.flatMap((op) => {
    if (op.op !== 'patch') return [];
    return Object.entries(op.changes).flatMap(([field, { from, to }]) => {
      const [old, fresh] = [wordsIn(from), wordsIn(to)];
      const inserted = fresh.filter((one) => !old.includes(one));
      const removed = old.filter((one) => !fresh.includes(one));
      if (inserted.length + removed.length === 0) return [];
      // What comes back is not new: whether it stands is decided by who took it out.
      return [{ workspaceId, entity: op.entity, rowId: op.id, field, inserted: [], removed }];
    });
  });
}

/** As the screen shows them, by id. */
export function rowsOf(device: Device, workspaceId: string): (entity: string) => Row[] {
  const byEntity = new Map<string, Row[]>();
  for (const [key, row] of device.state.rows) {
    if (!key.startsWith(workspaceId)) continue;
    const entity = key.slice(workspaceId.length + 1, key.indexOf('/', workspaceId.length + 1));
    const list = byEntity.get(entity);
    if (list) list.push(row);
    else byEntity.set(entity, [row]);
  }
  for (const list of byEntity.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1));
  return (entity) => byEntity.get(entity) ?? [];
}

const shownValue = (row: Row, field: string): Json => {
  if (!field.startsWith('custom.')) return (row[field] as Json) ?? null;
  const custom = (row.custom ?? {}) as { readonly [key: string]: Json };
  return custom[field.slice('custom.'.length)] ?? null;
};
