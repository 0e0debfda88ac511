import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { syncView } from '../../testing/sync-view';
import type { Statement, StatementKind } from './statement';
import { SyncProvider } from './sync-context';
import { SyncStatusButton, SyncStatusPill } from './sync-status';

afterEach(cleanup);

const say = (kind: StatementKind, text: string, second: string, count: number | null = null): Statement => ({
  kind,
  text,
  second,
  count,
  fraction: kind === 'syncing' ? 0.34 : null,
});

const STATEMENTS: readonly (readonly [statement: Statement, ring: string])[] = [
  [say('saved', 'Everything is saved', 'Everyone has it, 09:41'), 'everyone'],
  [say('saved', 'Everything is saved', 'Checking every 5 s'), 'everyone'],
  [say('waiting', '3 changes saved here', 'Sending now', 3), 'here'],
  [say('waiting', '3 changes saved here', 'Sending when the signal holds', 3), 'here'],
  [say('syncing', 'Syncing 340 of 1,000', 'Keep working', 660), 'going'],
  [say('offline', 'Offline', 'Everyone else: as of 09:12'), 'offline'],
  [say('offline-waiting', 'Offline, 7 changes saved here', 'They go out by themselves', 7), 'offline-here'],
  [say('needs-you', '2 need you', 'The rest is saved', 2), 'needs-you'],
  [say('signed-out', 'You’re signed out', 'Your 4 waiting changes stay here', 4), 'here'],
  [say('no-account', 'Saved on this device', 'Sign up to have it elsewhere'), 'here'],
];

describe('where the changes are', () => {
  it.each(STATEMENTS)('pill and button say "$text" with the ring of its kind', (statement, ring) => {
    render(
      <SyncProvider value={syncView({ statement })}>
        <SyncStatusPill />
        <SyncStatusButton />
      </SyncProvider>,
    );
    const [pill, button] = screen.getAllByRole('link');
    expect(pill?.textContent).toBe(statement.text + statement.second);
    expect(button?.getAttribute('aria-label')).toBe(`${statement.text}. ${statement.second}`);
    expect(button?.textContent).toBe(statement.count === null ? '' : String(statement.count));
    for (const link of [pill, button]) {
      expect(link?.getAttribute('href')).toBe('/sync');
      expect(link?.querySelector(`svg.sync-${ring}`)).not.toBeNull();
    }
  });

  it('a long send shows its real fraction', () => {
    const { container } = render(
      <SyncProvider
        value={syncView({ statement: say('syncing', 'Syncing 340 of 1,000', 'Keep working', 660) })}
      >
        <SyncStatusPill />
      </SyncProvider>,
    );
    expect(container.querySelector('[stroke-dasharray="34 100"]')).not.toBeNull();
  });
});
