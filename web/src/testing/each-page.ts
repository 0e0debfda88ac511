/** Around the tests of each `.dom.test.tsx`: how long a page may take, and that it is taken down after its test. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// What is loaded with its first use takes its time on a machine that is busy.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  // A field that was to open and never did goes on catching letters, for seconds: Enter of the next file's test too.
  window.dispatchEvent(new Event('pointerdown'));
  vi.useRealTimers();
});
