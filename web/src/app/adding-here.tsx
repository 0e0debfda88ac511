/** Quick add where the address asks for it, over the screen that is there. */
import { memo, useMemo, useState } from 'react';
import { nowhere, type QuickAddStart } from '../features/quick-add/quick-add-start';
import { useDirectory } from '../features/tasks/directory';
import { Adding } from './lazy-screens';
import { projectOf, type Screen } from './router/routes';
import { type OpenedHere, useQuickAddPlace } from './router/use-quick-add-place';

export interface AddingHereProps {
  screen: Screen;
  go: (path: string) => void;
  openedHere: OpenedHere;
}

export const AddingHere = memo(function AddingHere({ screen, go, openedHere }: AddingHereProps) {
  const { open, status, close } = useQuickAddPlace(openedHere);
  const { today } = useDirectory();
  // Once opened it stays, so that it closes with its motion.
  const [added, setAdded] = useState(false);
  if (open && !added) setAdded(true);
  const start = useMemo(() => ({ ...startOf(screen, today), status }), [screen, today, status]);
  return added && <Adding screen={screen} go={go} open={open} start={start} onClose={close} />;
});

/** On Today a new task is due today, in a project it belongs to it. */
function startOf(screen: Screen, today: string): QuickAddStart {
  const projectId = projectOf(screen);
  if (projectId !== null) return { ...nowhere, projectId };
  return screen.name === 'today' ? { ...nowhere, dueOn: today } : nowhere;
}
