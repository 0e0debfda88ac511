import { expect, it } from 'vitest';
import { createUpdate, type UpdateState } from './update';

function tab(unsaved = false) {
  const log: string[] = [];
  const states: UpdateState[] = [];
  const alarms: { at: number | null; ring: () => void }[] = [];
  const world = { unsaved };
  const update = createUpdate({
    takeOver: () => void log.push('take over'),
    check: async () => void log.push('check'),
    hasUnsaved: () => world.unsaved,
    pauseSync: async () => void log.push('pause'),
    resumeSync: () => void log.push('resume'),
    reload: () => void log.push('reload'),
    changed: (state) => void states.push(state),
    createAlarm(ring) {
      const alarm = { at: null as number | null, ring };
      alarms.push(alarm);
      return {
        set(inMs) {
          alarm.at = inMs;
        },
      };
    },
  });
  const ring = (inMs: number) => {
    const due = alarms.filter((alarm) => alarm.at === inMs);
    for (const alarm of due) {
      alarm.at = null;
      alarm.ring();
    }
    return due.length;
  };
  return { update, log, states, world, ring };
}

it('[H57] asks first; accepting closes the streams before the new worker takes over, and reloads once', async () => {
  const { update, log, states } = tab();
  update.waiting();
  expect([states, log]).toEqual([['ready'], []]);
  await update.accept();
  expect(log).toEqual(['pause', 'take over']);
  update.replaced();
  expect(log).toEqual(['pause', 'take over', 'reload']);
});

it('[H57] a tab with unsaved text is not reloaded by another tab’s answer', async () => {
  const { update, log, world } = tab(true);
  update.waiting();
  update.replaced();
  expect([log, update.state()]).toEqual([[], 'restart']);
  world.unsaved = false;
  await update.accept();
  expect(log).toEqual(['reload']);
});

it('[H57] a tab with nothing unsaved follows another tab', () => {
  const { update, log } = tab();
  update.replaced();
  expect(log).toEqual(['reload']);
});

it('applies by itself after 10 minutes hidden, but not over unsaved text', async () => {
  const { update, log, world, ring } = tab(true);
  update.waiting();
  update.visible(false);
  expect(ring(600_000)).toBe(1);
  expect(log).toEqual([]);
  world.unsaved = false;
  update.visible(false);
  ring(600_000);
  await Promise.resolve();
  expect(log).toEqual(['pause', 'take over']);
});

it('says so after 5 s in which other tabs held the old version', async () => {
  const { update, log, ring } = tab();
  update.waiting();
  await update.accept();
  ring(5_000);
  expect([update.state(), log.at(-1)]).toEqual(['stuck', 'resume']);
  await update.accept();
  expect(log.at(-1)).toBe('take over');
});

it('looks for a new version hourly and on return', () => {
  const { update, log, ring } = tab();
  ring(3_600_000);
  update.visible(true);
  expect(log).toEqual(['check', 'check']);
  expect(ring(3_600_000)).toBe(1);
});

it('[CL8] asked for before it came: it is looked for at once, and taken when it is there', async () => {
  const { update, log } = tab();
  await update.accept();
  expect(log).toEqual(['check']);
  update.waiting();
  await expect.poll(() => log).toEqual(['check', 'pause', 'take over']);
});

it('[CL8] [H57] asked for before it came, and words were begun meanwhile: it is asked again, nothing reloads under them', async () => {
  const { update, log, world } = tab();
  await update.accept();
  world.unsaved = true;
  update.waiting();
  expect([log, update.state()]).toEqual([['check'], 'ready']);
  await update.accept();
  expect(log).toEqual(['check', 'pause', 'take over']);
});
