import { vi } from 'vitest';

/** Waits until the assertions hold. How long does not count here: a busy machine takes its time. */
export const soon = <T>(assertions: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(assertions, { timeout: 20_000 });
