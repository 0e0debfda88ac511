/** The history comes after the open task: what asks the server is no part of opening one. */
import type { Task } from '@holdfast/shared/entities/task';
import { lazy, Suspense } from 'react';

const load = async () => ({ default: (await import('./history-section')).HistorySection });
const HistorySection = lazy(load);

/** Call when the page is idle. */
export const preloadHistory = async (): Promise<void> => void (await load());

export function LaterHistory({ task }: { task: Task }) {
  return (
    <Suspense fallback={null}>
      <HistorySection task={task} />
    </Suspense>
  );
}
