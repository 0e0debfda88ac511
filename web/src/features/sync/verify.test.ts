import { describe, expect, it } from 'vitest';
import type { Verified } from '../../db/meta';
import { begin, type Noted, progress, type Run } from './verify';
import { verdictWords } from './verify-device';

const note = (at: number, result: Verified['result'], more: Partial<Noted> = {}): Noted => ({
  id: 'w',
  verified: { at, result, entities: result === 'differs' ? ['task', 'project'] : [] },
  reading: false,
  ...more,
});
const start = begin(['w'], 100);
const next = (run: Run, ...noted: readonly Noted[]) => progress(run, noted, 200);

describe('verifying this device', () => {
  it('[DG1] an answer from before the press is none', () => {
    expect(next(start, note(99, 'same'))).toMatchObject({ standing: 'comparing', ask: [] });
    expect(next(start, { id: 'w', verified: null, reading: false }).standing).toBe('comparing');
    expect(next(start, note(100, 'same')).standing).toBe('same');
  });

  it('[DG1] somebody wrote meanwhile: asked again, but not for ever', () => {
    const first = next(start, note(150, 'moved'));
    expect(first).toMatchObject({ standing: 'comparing', ask: ['w'] });
    expect(next(first.run, note(150, 'moved'))).toMatchObject({ standing: 'comparing', ask: [] });
    expect(next(first.run, note(200, 'same')).standing).toBe('same');
    expect(next({ ...first.run, again: 40 }, note(200, 'moved')).standing).toBe('busy');
  });

  it('[DG1] [H27] what differs is read anew and compared again: healed, or said as it is', () => {
    expect(next(start, note(150, 'differs', { reading: true }))).toMatchObject({
      standing: 'reading',
      ask: [],
    });
    const read = next(start, note(150, 'differs'));
    expect(read).toMatchObject({ standing: 'reading', ask: ['w'] });
    const healed = next(read.run, note(250, 'same'));
    expect(healed).toMatchObject({ standing: 'healed', entities: ['task', 'project'] });
    expect(next(read.run, note(250, 'differs')).standing).toBe('differs');
  });

  it('waits for every workspace, and says the worst', () => {
    const both = begin(['w', 'v'], 100);
    const v = (result: Verified['result']) => note(150, result, { id: 'v' });
    expect(next(both, note(150, 'same'), note(50, 'same', { id: 'v' })).standing).toBe('comparing');
    expect(next(both, note(150, 'same'), v('same')).standing).toBe('same');
    expect(next(both, note(150, 'same'), v('unable')).standing).toBe('unable');
  });

  it('says it in words', () => {
    expect(verdictWords('same', [], '09:41')).toBe(
      'Checked 09:41: this device holds exactly what the server holds.',
    );
    expect(verdictWords('healed', ['task', 'project'], '09:41')).toBe(
      'Checked 09:41: some tasks and projects here differed from the server, were read again, and are the same now. Your waiting changes were kept.',
    );
    expect(verdictWords('differs', ['task'], '09:41')).toContain('some tasks here still differ');
  });
});
