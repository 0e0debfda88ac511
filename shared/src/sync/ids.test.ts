import { describe, expect, it } from 'vitest';
import { uuidOf } from '../testing/build';
import { conflictId, isDerivedId, memberId, newId, nextTaskId } from './ids';

describe('ids', () => {
  it('v7 carries the time and is ordered by it', () => {
    const at = (ms: number) => newId({ now: () => ms, randomBytes: (n) => new Uint8Array(n).fill(7) });
    expect(at(1000) < at(2000)).toBe(true);
    expect(at(1000)[14]).toBe('7');
    expect(isDerivedId(at(1000))).toBe(false);
  });

  it('[MG12] derived ids are the same on every device, and apart for what is apart', () => {
    expect(nextTaskId(uuidOf(1))).toBe(nextTaskId(uuidOf(1)));
    const ids = [
      nextTaskId(uuidOf(1)),
      nextTaskId(uuidOf(2)),
      memberId(uuidOf(1), uuidOf(2)),
      memberId(uuidOf(2), uuidOf(1)),
      conflictId(uuidOf(1), uuidOf(2), 'title', ''),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(isDerivedId)).toBe(true);
  });
});
