import { section } from '@holdfast/shared/entities/section';
import { build, uuidOf } from '@holdfast/shared/testing/build';
import { describe, expect, it } from 'vitest';
import { bySection, oneUpOrDown } from './by-section';

const named = (n: number, name: string, position: string) =>
  build(section, {
    id: uuidOf(n),
    projectId: uuidOf(9),
    name,
    position,
  });
const [a, b, c] = [named(1, 'A', 'a0'), named(2, 'B', 'b0'), named(3, 'C', 'c0')];
const names = (sections: ReturnType<typeof bySection>) =>
  sections.map((each) => `${each.section?.name ?? '-'}:${each.tasks.length}`);

describe('the sections of a project', () => {
  it('what is in none, or in one that is gone, stands above them', () => {
    expect(
      names(bySection([{ sectionId: null }, { sectionId: uuidOf(7) }, { sectionId: b.id }], [a, b])),
    ).toEqual(['-:2', 'A:0', 'B:1']);
    expect(names(bySection([{ sectionId: a.id }], [a]))).toEqual(['A:1']);
  });

  it('moves one place up or down, and not beyond the ends', () => {
    const all = [a, b, c];
    expect(oneUpOrDown(all, c.id, -1)).toEqual({ before: 'a0', after: 'b0' });
    expect(oneUpOrDown(all, b.id, -1)).toEqual({ before: null, after: 'a0' });
    expect(oneUpOrDown(all, a.id, 1)).toEqual({ before: 'b0', after: 'c0' });
    expect(oneUpOrDown(all, b.id, 1)).toEqual({ before: 'c0', after: null });
    expect(oneUpOrDown(all, a.id, -1)).toBeNull();
    expect(oneUpOrDown(all, c.id, 1)).toBeNull();
  });
});
