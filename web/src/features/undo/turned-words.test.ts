import { uuidOf, WORKSPACE } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import type { LeftAlone, Turned } from '../../db/done';
import { refused } from '../../db/intent';
import type { DoneEntry } from '../../db/local-store';
import { saidText } from '../../words/said';
import { leftFieldsWords, leftWords, turnedWords } from './turned-words';

const T = uuidOf(1);
const renamed: DoneEntry = {
  id: uuidOf(2),
  workspaceId: WORKSPACE,
  group: null,
  name: 'task.rename',
  at: 1,
  state: 'stands',
  turn: [
    {
      op: 'patch',
      entity: 'task',
      id: T,
      base: 1,
      guard: true,
      changes: { title: { from: 'Pay rent', to: 'Pay' } },
    },
  ],
  turnedAt: 1,
  mutationId: uuidOf(3),
  left: [],
};
const scheduled: DoneEntry = {
  ...renamed,
  name: 'task.schedule',
  turn: [
    {
      op: 'patch',
      entity: 'task',
      id: T,
      base: 1,
      guard: true,
      changes: { dueOn: { from: '2026-03-13', to: null } },
    },
  ],
};
const left = (field: string, byThisDevice = false): LeftAlone => ({
  workspaceId: WORKSPACE,
  entity: 'task',
  rowId: T,
  field,
  byThisDevice,
});
const turned = (more: Partial<Turned>): Turned => ({
  to: 'undone',
  entries: [renamed],
  changed: 1,
  left: [],
  refused: [],
  ...more,
});
const say = (one: Turned, others: readonly string[] = ['Ana']) => {
  const { said, stays } = turnedWords(one, () => 'Pay rent', others, '2026-03-12');
  return [saidText(said), ...stays].join('. ');
};

describe('what an undo came to', () => {
  it('[PU8] is said in one sentence', () => {
    expect(say(turned({}))).toBe('Undone: renamed Pay rent');
    expect(say(turned({ entries: [scheduled] }))).toBe(
      'Undone: changed the due date of Pay rent to Tomorrow',
    );
    expect(say(turned({ entries: [renamed, scheduled] }))).toBe(
      'Undone: changed the due date of Pay rent to Tomorrow and 1 more',
    );
    expect(say(turned({ to: 'stands', entries: [{ ...renamed, state: 'undone' }] }))).toBe(
      'Done again: renamed Pay rent',
    );
  });

  it('[PU8] names what it left alone, and whose change it was', () => {
    expect(say(turned({ changed: 0, left: [left('title')] }))).toBe(
      'Not undone: renamed Pay rent. The title stays: Ana has changed it since.',
    );
    expect(say(turned({ left: [left('title'), left('dueOn')] }), ['Ana', 'Omar'])).toBe(
      'Undone: renamed Pay rent. The title and the due date stay: somebody has changed them since.',
    );
  });

  it('knows one’s own later change, and one’s other device', () => {
    expect(leftWords([left('status', true)], ['Ana'])).toBe('The status stays: you have changed it since.');
    expect(leftWords([left('status')], [])).toBe(
      'The status stays: you have changed it on another device since.',
    );
    expect(leftWords([left('deletedAt')], ['Ana'])).toBe('The task stays: Ana has changed it since.');
    expect(leftWords([], ['Ana'])).toBe('');
  });

  it('says why something is refused', () => {
    const words = 'This is no longer on this device.';
    expect(say(turned({ changed: 0, refused: [refused('not_found')] }))).toBe(
      `Not undone: renamed Pay rent. ${words}`,
    );
  });

  it('[PU8] says in the list what the server left alone', () => {
    expect(leftFieldsWords([left('title'), left('title'), left('dueOn')])).toBe(
      'The title and the due date stay as changed since.',
    );
    expect(leftFieldsWords([])).toBe('');
  });
});
