/** The choice of a repeat comes after the open task: it brings the library of rules along. */
import { lazy, Suspense } from 'react';
import { keptChunks } from '../../ui/kept-chunks';
import type { RepeatChooserProps } from './repeat-chooser';

const { load } = keptChunks({
  load: async () => ({ default: (await import('./repeat-chooser')).RepeatChooser }),
});
const RepeatChooser = lazy(load);

/** Call when the page is idle. */
export const preloadRepeatChooser = async (): Promise<void> => void (await load());

export function LaterRepeatChooser(props: RepeatChooserProps) {
  return (
    <Suspense fallback={null}>
      <RepeatChooser {...props} />
    </Suspense>
  );
}
