import { type Conflict, conflict as conflictEntity } from '@holdfast/shared/entities/conflict';
import { task } from '@holdfast/shared/entities/task';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { saidText } from '../../words/said';
import { changesOf, choose, firstChoice, resultOf, undecided } from './choices';
import type { Reader } from './diary';
import { reviewOf } from './review';
import type { ReviewField } from './review-sides';
import { reviewMeta, reviewSentence } from './review-words';
import type { Standing } from './row-names';

const [SAM, ANA] = [uuidOf(0xc1), uuidOf(0xc2)];
const [HERE, PHONE, ANAS] = [uuidOf(0xd1), uuidOf(0xd2), uuidOf(0xd3)];
const [JONAS, OMAR] = [uuidOf(0xc3), uuidOf(0xc4)];
const NAMES: { readonly [id: string]: string } = {
  [SAM]: 'Sam',
  [ANA]: 'Ana',
  [JONAS]: 'Jonas',
  [OMAR]: 'Omar',
};
const reader: Reader = {
  me: SAM,
  deviceId: HERE,
  nameOf: (_, id) => NAMES[id] ?? null,
  today: '2026-11-21',
  moment: (at) => `09:${at}`,
};
const side = (accountId: string, id: string, at: number, more = {}) => ({
  id,
  accountId,
  at,
  name: 'Chrome on Android',
  offline: false,
  ...more,
});
const devices = [side(SAM, HERE, 14, { offline: true }), side(ANA, ANAS, 20)];
let count = 0;
const asked = (values: Partial<Conflict>): Conflict =>
  build(conflictEntity, {
    id: uuidOf(0x500 + count++),
    entity: 'task',
    rowId: uuidOf(1),
    field: 'title',
    base: 'Order 40 m of marine rope',
    mine: 'Order 40 m of floating rope',
    theirs: 'Order 40 m of mooring rope',
    result: 'Order 40 m of mooring rope',
    state: 'open',
    forAccountId: SAM,
    at: 14,
    devices,
    ...values,
  });
const row = (values: object = {}): Standing =>
  build(task, { title: 'Order 40 m of mooring rope', ...values });
const assignee = () => asked({ field: 'assigneeId', base: null, mine: JONAS, theirs: OMAR, result: OMAR });
const first = (fields: readonly ReviewField[]): ReviewField => fields[0] as ReviewField;

describe('a review', () => {
  it('[MG10] says who changed what, who has what until it is decided, and where each was made', () => {
    const review = reviewOf([assignee(), asked({})], row({ assigneeId: OMAR }), reader);
    expect(review.title).toBe('You and Ana both changed this task');
    expect(review.lead).toBe(
      'Until you choose, everyone has Ana’s, the later one. What you leave behind stays in the task’s history.',
    );
    expect(review.fields.map(({ label, kind }) => [label, kind])).toEqual([
      ['Title', 'text'],
      ['Assignee', 'person'],
    ]);
    expect(review.fields[0]?.sides.map(({ title, note, stands }) => [title, note, stands])).toEqual([
      ['Yours', 'this device, offline, 09:14', false],
      ['Ana’s', '09:20', true],
    ]);
    expect(review.fields[1]?.sides.map((one) => one.words)).toEqual(['Jonas', 'Omar']);
    expect(saidText(reviewSentence(review))).toBe('You and Ana both changed Order 40 m of mooring rope');
    expect(reviewMeta(review)).toBe('You 09:14, Ana 09:20 · title, assignee');
  });

  it('the other person sees it from their side, and whom it waits for', () => {
    const review = reviewOf([asked({})], row(), { ...reader, me: ANA, deviceId: ANAS });
    expect(review.title).toBe('You and Sam both changed this task');
    expect(review.lead).toMatch(/^Until Sam or you choose, everyone has yours, the later one\./);
    expect(review.fields[0]?.sides.map((one) => [one.title, one.words])).toEqual([
      ['Yours', 'Order 40 m of mooring rope'],
      ['Sam’s', 'Order 40 m of floating rope'],
    ]);
  });

  it('one person on two devices', () => {
    const two = [side(SAM, PHONE, 14), side(SAM, HERE, 20)];
    const review = reviewOf([asked({ devices: two })], row(), reader);
    expect(review.title).toBe('You changed this task on two devices');
    expect(review.fields[0]?.sides.map((one) => [one.title, one.note])).toEqual([
      ['Yours', 'Chrome on Android, 09:14'],
      ['Yours too', 'this device, 09:20'],
    ]);
  });

  it('[PU8] what was changed again since takes the other’s place, and is what a guard compares with', () => {
    const review = reviewOf([asked({})], row({ title: 'Order 50 m of mooring rope' }), reader);
    const field = first(review.fields);
    expect(field.sides.map((one) => [one.title, one.words, one.stands])).toEqual([
      // Words that lie apart are in both: the 50 is nobody's question.
      ['Yours', 'Order 50 m of floating rope', false],
      ['Now', 'Order 50 m of mooring rope', true],
    ]);
    expect(field.current).toBe('Order 50 m of mooring rope');
  });

  it('[MG3] [MG6] of a status or a person one is taken, at first the one that stands', () => {
    const status = asked({
      field: 'status',
      base: 'todo',
      mine: 'done',
      theirs: 'blocked',
      result: 'blocked',
    });
    const review = reviewOf([status], row({ status: 'blocked' }), reader);
    const field = first(review.fields);
    expect(field.joined).toBeNull();
    expect(resultOf(field, firstChoice(field))?.value).toBe('blocked');
    expect(changesOf(review, { status: choose(field, firstChoice(field), 0) })).toEqual({
      status: { from: 'blocked', to: 'done' },
    });
    expect(review.canKeepBoth).toBe(false);
  });

  it('[MG2] of a text one or both are taken, at first both; and one’s own words in their place', () => {
    const review = reviewOf([asked({})], row(), reader);
    const field = first(review.fields);
    const both = firstChoice(field);
    expect(resultOf(field, both)?.value).toBe('Order 40 m of floating mooring rope');
    const mine = choose(field, both, 1);
    expect(resultOf(field, mine)?.value).toBe('Order 40 m of floating rope');
    const none = choose(field, mine, 0);
    expect(resultOf(field, none)).toBeNull();
    expect(undecided(review, { title: none })?.label).toBe('Title');
    expect(resultOf(field, { ...none, edited: 'Order rope' })?.value).toBe('Order rope');
    expect(review.canKeepBoth).toBe(true);
  });

  it('joined texts that would be too long are not offered', () => {
    const long = (letter: string) => letter.repeat(300);
    const question = asked({ base: 'x', mine: long('a'), theirs: long('b'), result: long('b') });
    const review = reviewOf([question], row({ title: long('b') }), reader);
    expect(first(review.fields).joined).toBeNull();
    expect(resultOf(first(review.fields), firstChoice(first(review.fields)))?.value).toBe(long('b'));
  });

  it('three versions of one field: one of them is taken', () => {
    const again = asked({
      mine: 'Order 40 m of sinking rope',
      at: 30,
      devices: [side(SAM, PHONE, 30), devices[1] as never],
    });
    const review = reviewOf([asked({}), again], row(), reader);
    expect(first(review.fields).sides.map((one) => one.words)).toEqual([
      'Order 40 m of floating rope',
      'Order 40 m of sinking rope',
      'Order 40 m of mooring rope',
    ]);
    expect(first(review.fields).joined).toBeNull();
  });

  it('a row that is not on this device still shows both versions', () => {
    const review = reviewOf([asked({})], null, reader);
    expect(review.subject).toBe('A task that is not on this device');
    expect(first(review.fields).sides).toHaveLength(2);
  });
});

describe('an edit that met a deletion', () => {
  const edit = () =>
    asked({
      field: 'deletedAt',
      base: { title: 'Rope', dueOn: null },
      mine: { title: 'Floating rope', dueOn: '2026-11-27' },
      theirs: 20,
      result: null,
    });

  it('[MG9] [H35] shows the whole edit, what was before it, and brings all of it back', () => {
    const review = reviewOf([edit()], row({ title: 'Rope', deletedAt: 20 }), reader);
    expect(review.deleted).toBe(true);
    expect(review.title).toBe('Ana deleted this task');
    expect(review.fields.map((field) => [field.label, field.sides[0]?.words, field.was])).toEqual([
      ['Title', 'Floating rope', 'Rope'],
      ['Due date', 'Fri 27 Nov', 'No date'],
    ]);
    expect(changesOf(review, {})).toEqual({
      title: { from: 'Rope', to: 'Floating rope' },
      dueOn: { from: null, to: '2026-11-27' },
    });
    expect(saidText(reviewSentence(review))).toBe('Ana deleted Rope at 09:20');
    expect(reviewMeta(review)).toBe('Your change of the title and due date is kept here.');
  });

  it('[MG9] brought back by somebody meanwhile, it asks field by field', () => {
    const review = reviewOf([edit()], row({ title: 'Thick rope' }), reader);
    expect(review.deleted).toBe(false);
    expect(review.fields.map((field) => field.sides.map((one) => [one.title, one.words]))).toEqual([
      [
        ['Yours', 'Floating rope'],
        ['Now', 'Thick rope'],
      ],
      [
        ['Yours', 'Fri 27 Nov'],
        ['Now', 'No date'],
      ],
    ]);
  });
});
