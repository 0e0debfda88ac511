import { type Conflict, conflict as conflictEntity } from '@holdfast/shared/entities/conflict';
import type { Entity } from '@holdfast/shared/entities/define-entity';
import type { Json } from '@holdfast/shared/entities/fields';
import { ENTITIES } from '@holdfast/shared/entities/index';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { diarySentence, otherValue, type Reader } from './diary';

const [SAM, ANA] = [uuidOf(0xc1), uuidOf(0xc2)];
const [PHONE, LAPTOP, ANAS] = [uuidOf(0xd1), uuidOf(0xd2), uuidOf(0xd3)];
const NAMES: { readonly [id: string]: string } = {
  [SAM]: 'Sam',
  [ANA]: 'Ana',
  [uuidOf(0x11)]: 'Boat shed',
  [uuidOf(0x12)]: 'rope',
};
const reader: Reader = {
  me: SAM,
  deviceId: LAPTOP,
  nameOf: (_, id) => NAMES[id] ?? null,
  today: '2026-11-21',
  moment: (at) => `14:${String(at).padStart(2, '0')}`,
};

const side = (accountId: string, id: string, at: number, more = {}) => ({
  id,
  accountId,
  at,
  name: 'Chrome on Android',
  offline: false,
  ...more,
});
const merged = (values: Partial<Conflict>): Conflict =>
  build(conflictEntity, {
    entity: 'task',
    field: 'dueOn',
    state: 'auto',
    forAccountId: SAM,
    devices: [side(SAM, PHONE, 2, { offline: true }), side(ANA, ANAS, 10)],
    ...values,
  });

const moved = merged({ mine: '2026-11-27', theirs: '2026-11-30', result: '2026-11-30' });

describe('the diary of merges', () => {
  it('[MG8] one plain sentence: who, what, where, when, and what stands', () => {
    expect(diarySentence(moved, reader)).toBe(
      'You moved it to Fri 27 Nov in Chrome on Android, offline, 14:02; Ana to Mon 30 Nov, 14:10; Mon 30 Nov stands.',
    );
    expect(otherValue(moved, reader)).toEqual({
      words: 'Take Fri 27 Nov',
      field: 'dueOn',
      value: '2026-11-27',
    });
  });

  it('the other person reads it from their side, and without the device of somebody else', () => {
    expect(diarySentence(moved, { ...reader, me: ANA, deviceId: ANAS })).toBe(
      'You moved it to Mon 30 Nov on this device, 14:10; Sam to Fri 27 Nov, offline, 14:02; Mon 30 Nov stands.',
    );
  });

  it('two devices of one person', () => {
    const devices = [side(SAM, PHONE, 2), side(SAM, LAPTOP, 10)];
    expect(diarySentence({ ...moved, devices }, reader)).toBe(
      'You moved it to Fri 27 Nov in Chrome on Android, 14:02; you to Mon 30 Nov on this device, 14:10; Mon 30 Nov stands.',
    );
  });

  it('somebody whom nobody here knows is somebody', () => {
    const devices = [side(SAM, LAPTOP, 2), side('', '', 10, { name: '' })];
    expect(diarySentence({ ...moved, devices }, reader)).toContain('; somebody to Mon 30 Nov, 14:10;');
    expect(diarySentence({ ...moved, devices: null }, reader)).toMatch(/^Somebody moved it .*; somebody to /);
  });

  it('[MG2] joined words: both are in it, and the one tap takes the reader’s own text', () => {
    const joined = merged({
      field: 'title',
      mine: 'Buy red rope',
      theirs: 'Buy rope today',
      result: 'Buy red rope today',
    });
    expect(diarySentence(joined, reader)).toContain('; both were joined: “Buy red rope today”.');
    expect(otherValue(joined, reader)?.value).toBe('Buy red rope');
    expect(otherValue(joined, { ...reader, me: ANA })?.value).toBe('Buy rope today');
  });

  it('[MG9] a deletion and a restoration', () => {
    const lost = merged({ field: 'deletedAt', mine: null, theirs: 10, result: 10 });
    expect(diarySentence(lost, reader)).toBe(
      'You brought it back in Chrome on Android, offline, 14:02; Ana deleted it, 14:10; it is deleted.',
    );
    expect(otherValue(lost, reader)).toMatchObject({ words: 'Bring it back', value: null });
    const kept = merged({ field: 'deletedAt', mine: 2, theirs: null, result: null });
    expect(diarySentence(kept, reader)).toContain('You deleted it');
    expect(otherValue(kept, reader)?.words).toBe('Delete it');
  });

  it('[MG9] an edit of lesser fields that met a deletion', () => {
    const edit = merged({ field: 'deletedAt', mine: { priority: 4, labels: [] }, theirs: 10, result: null });
    expect(diarySentence(edit, reader)).toBe(
      'You changed the priority and the labels in Chrome on Android, offline, 14:02; Ana deleted it, 14:10; it stays deleted.',
    );
  });

  it('[MG11] a place has no name: it says whose stands', () => {
    const place = merged({ field: 'position', mine: 'a1', theirs: 'a2', result: 'a2' });
    expect(diarySentence(place, reader)).toBe(
      'You moved it in the list in Chrome on Android, offline, 14:02; Ana moved it elsewhere, 14:10; Ana’s place stands.',
    );
  });

  it('labels, people, projects, statuses and priorities have their names', () => {
    const said = (field: string, mine: Json, theirs: Json) =>
      diarySentence(merged({ field, mine, theirs, result: theirs }), reader);
    expect(said('labels', [uuidOf(0x12)], [])).toContain('changed the labels to #rope');
    expect(said('assigneeId', SAM, null)).toMatch(/gave it to Sam.*; Ana to nobody.*; nobody stands\.$/);
    expect(said('projectId', uuidOf(0x11), null)).toMatch(/moved it to Boat shed.*; Ana to the Inbox/);
    expect(said('status', 'in_progress', 'done')).toMatch(/the status to In progress.*; Ana to Done/);
    expect(said('priority', 3, 4)).toMatch(/the priority to High.*; Ana to Urgent/);
    expect(said('custom.Size', 'L', true)).toMatch(/changed the Size to L.*; Ana to yes/);
    expect(said('estimateMinutes', 90, 30)).toMatch(/the estimate to 1 h 30 min.*; Ana to 30 min/);
  });
});

/** Two values of any field, from what the registry says of it. */
function twoValues(entity: string, name: string): readonly [Json, Json] {
  const field = (ENTITIES.find((one) => one.name === entity) as unknown as Entity).fields[name];
  const candidates: Json[] = [
    'Rope',
    'Line',
    'in_progress',
    'done',
    'completion',
    'due',
    '2026-11-27',
    '2026-11-30',
    '09:00',
    '10:30',
    3,
    4,
    uuidOf(0x11),
    uuidOf(0x12),
    [uuidOf(0x11)],
    [uuidOf(0x12)],
    '5',
    '6',
    { Size: 'L' },
    { Size: 'M' },
  ];
  const fitting = candidates.filter((value) => field?.schema.safeParse(value).success);
  return [fitting[0] ?? null, fitting[1] ?? null];
}

/** Made by the server: people decide about them, guarded, and nothing of it is ever merged. */
const RULED: readonly string[] = ['conflict', 'hold'];

describe('every field of the registry that people edit', () => {
  const edited = ENTITIES.filter(({ lane, name }) => lane === 'synced' && !RULED.includes(name)).flatMap(
    (entity) =>
      Object.entries(entity.fields)
        .filter(([, { merge }]) => merge !== 'fixed' && merge !== 'derived')
        .map(([field]) => [entity.name, field] as const),
  );

  it.each(edited)('%s.%s has a sentence and another value', (entity, name) => {
    const field = name === 'custom' ? 'custom.Size' : name;
    const [a, b] = name === 'custom' ? ['L', 'M'] : twoValues(entity, name);
    expect(a).not.toBeNull();
    for (const [mine, theirs] of [
      [a, b],
      [a, null],
      [null, b],
    ] as const) {
      const one = merged({ entity, field, mine, theirs, result: theirs });
      const sentence = diarySentence(one, reader);
      expect(sentence).toMatch(/^You [a-z ]+.*14:02; Ana .*14:10; .* stands\.$/s);
      // Words, not what a machine keeps: no ids, no JSON, no holes, no doubled spaces.
      expect(sentence).not.toMatch(
        /undefined|null|\[object|[0-9a-f]{8}-|[{}[\]]|FREQ|in_progress| {2}|\d{13}/,
      );
      expect(otherValue(one, reader)).toMatchObject({
        field,
        value: mine,
        words: expect.stringMatching(/^Take ./),
      });
    }
  });

  it('there are such fields in every synced entity', () => {
    expect(new Set(edited.map(([entity]) => entity))).toEqual(
      new Set(['task', 'step', 'section', 'project', 'label', 'comment', 'filter']),
    );
  });
});
