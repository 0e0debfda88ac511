/** Quick add over the screen it was opened on. What goes to another list says where. */
import { QuickAdd, type QuickAddProps } from '../features/quick-add/quick-add';
import { useSync } from '../features/sync/sync-context';
import type { Screen } from './router/routes';
import { useSayAdded } from './say-added';

export interface AddingProps extends Omit<QuickAddProps, 'onAdded' | 'offline'> {
  screen: Screen;
  go: (path: string) => void;
}

export function Adding({ screen, go, ...quickAdd }: AddingProps) {
  const { offline } = useSync();
  return <QuickAdd {...quickAdd} offline={offline} onAdded={useSayAdded(screen, go)} />;
}
