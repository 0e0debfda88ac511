/** Before the tests of each `.dom.test.tsx`: how long a page may take, and that it is taken down after its test. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// What is loaded with its first use takes its time on a machine that is busy.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
