import { PROBLEM_CODES } from '@holdfast/shared/sync/protocol';
import { describe, expect, it } from 'vitest';
import type { CallResult } from '../../platform/call';
import { troubleOf } from './trouble-words';

const refused = (code: string, status = 400, retryAfterMs: number | null = null): CallResult<unknown> => ({
  kind: 'refused',
  status,
  code,
  retryAfterMs,
});

describe('what an answer means, in words', () => {
  it('says nothing of what worked', () => {
    expect(troubleOf({ kind: 'ok', value: null })).toBeNull();
  });

  it('[WR2] every code has a sentence, without blame and without the words that are never said', () => {
    for (const code of PROBLEM_CODES) {
      const words = troubleOf(refused(code))?.words ?? '';
      expect(words).toMatch(/^[A-Z].*\.$/u);
      expect(words).not.toMatch(/oops|please|failed|error|!/iu);
    }
  });

  it('[AC1] too many tries says when', () => {
    expect(troubleOf(refused('rate_limited', 429, 30_000))?.words).toContain('30 seconds');
    expect(troubleOf(refused('rate_limited', 429, 600_000))?.words).toContain('10 minutes');
    expect(troubleOf(refused('rate_limited', 429))?.words).toContain('Wait a moment');
  });

  it('trouble of our side is said as ours', () => {
    expect(troubleOf(refused('internal', 500))?.words).toContain('Our side');
  });
});
