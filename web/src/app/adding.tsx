/** Quick add over the screen it was opened on. What goes to another list says where. */
import { QuickAdd, type QuickAddProps } from '../features/quick-add/quick-add';
import type { Screen } from './router/routes';
import { useSayAdded } from './say-added';

export interface AddingProps extends Omit<QuickAddProps, 'onAdded'> {
  screen: Screen;
  go: (path: string) => void;
}

export function Adding({ screen, go, ...quickAdd }: AddingProps) {
  return <QuickAdd {...quickAdd} onAdded={useSayAdded(screen, go)} />;
}
