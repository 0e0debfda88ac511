/**
 * Where the person is: the screen behind and, over it, the open task. A task opened from a list closes back to that
 * list; one opened by its address lies over Today.
 */
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { goBack } from '../../platform/history';
import { canLieBehind, readRoute, type Screen } from './routes';

export interface Place {
  readonly screen: Screen;
  readonly taskId: string | null;
  readonly go: (path: string, options?: { replace?: boolean }) => void;
  readonly closeTask: () => void;
}

interface Behind {
  readonly path: string;
  readonly screen: Screen;
  readonly wasHere: boolean;
}

const today: Screen = { name: 'today' };

export function usePlace(): Place {
  const [path, navigate] = useLocation();
  const route = useMemo(() => readRoute(path), [path]);
  // The last screen, and whether it stands right below the task in the history.
  const [behind, setBehind] = useState<Behind>({ path: '', screen: today, wasHere: false });
  if (route.kind === 'screen' && behind.path !== path) {
    setBehind({ path, screen: route.screen, wasHere: canLieBehind(route.screen) });
  }

  const go = useCallback(
    (to: string, options: { replace?: boolean } = {}) => navigate(to, options),
    [navigate],
  );
  const closeTask = useCallback(() => {
    if (behind.wasHere) goBack();
    else navigate('/today', { replace: true });
  }, [behind, navigate]);

  return {
    screen: route.kind === 'screen' ? route.screen : behind.wasHere ? behind.screen : today,
    taskId: route.kind === 'task' ? route.id : null,
    go,
    closeTask,
  };
}
