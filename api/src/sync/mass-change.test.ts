import { describe, expect, it } from 'vitest';
import { massChange, type Take } from './mass-change';

const deletes = (count: number, more: (n: number) => Partial<Take> = () => ({})): Take[] =>
  Array.from({ length: count }, (_, n) => ({
    time: 1000 + n,
    rows: [`task/${n}`],
    mutationId: `m${n}`,
    done: false,
    ...more(n),
  }));

describe('mass change', () => {
  it('[PU9] fifty rows and a third of what stands: one less of either is none', () => {
    expect(massChange(deletes(50), { task: 150 }).size).toBe(50);
    expect(massChange(deletes(49), { task: 60 }).size).toBe(0);
    expect(massChange(deletes(50), { task: 151 }).size).toBe(0);
  });

  it('[PU9] what was deleted within the minute counts, and stood before; it is not held again', () => {
    const prior = deletes(30, () => ({ mutationId: null, done: true }));
    const now = deletes(20, (n) => ({ time: 50_000, rows: [`task/${100 + n}`] }));
    expect(massChange([...prior, ...now], { task: 120 }).size).toBe(20);
    expect(massChange([...prior, ...now], { task: 121 }).size).toBe(0);
  });

  it('[PU9] a minute of the author’s time: deletes of a whole day, sent at once, are none', () => {
    expect(
      massChange(
        deletes(100, (n) => ({ time: n * 2000 })),
        { task: 100 },
      ).size,
    ).toBe(0);
    // The first comes a minute and a bit before the last: 50 of the 51 lie in one minute.
    const slow = deletes(51, (n) => ({ time: n === 0 ? 0 : 60_001 + n }));
    expect([...massChange(slow, { task: 60 })]).not.toContain('m0');
    expect(massChange(slow, { task: 60 }).size).toBe(50);
  });

  it('[PU9] what belongs to no full minute goes on', () => {
    const late = deletes(5, (n) => ({
      time: 500_000 + n,
      rows: [`task/${200 + n}`],
      mutationId: `late${n}`,
    }));
    expect(
      [...massChange([...late, ...deletes(60)], { task: 100 })].filter((id) => id.startsWith('late')),
    ).toEqual([]);
  });

  it('[PU9] [MG9] a project takes its tasks; a row counts once however often it goes', () => {
    const project: Take = {
      time: 0,
      rows: ['project/p', ...deletes(60).flatMap(({ rows }) => rows)],
      mutationId: 'p',
      done: false,
    };
    expect([...massChange([project], { task: 100, project: 2 })]).toEqual(['p']);
    const twice = [...deletes(30), ...deletes(30)];
    expect(massChange(twice, { task: 40 }).size).toBe(0);
  });

  it('[PU9] rows of another kind hide nothing', () => {
    expect(massChange(deletes(60), { task: 100, comment: 10_000 }).size).toBe(60);
    const comment: Take = { time: 0, rows: ['comment/c'], mutationId: 'c', done: false };
    expect(massChange([comment, ...deletes(60)], { task: 100, comment: 10_000 }).size).toBe(61);
    const goneBefore = { ...comment, mutationId: null, done: true };
    expect(massChange([goneBefore, ...deletes(60)], { task: 100, comment: 10_000 }).size).toBe(60);
    const fewer = { task: 60, comment: 10_000 };
    expect(massChange([comment, ...deletes(49)], fewer).size).toBe(0);
  });
});
