/**
 * Quick add has a place in the history, `?new=1` behind any address: the browser's Back closes it, and a shortcut
 * opens the app with it. `?new=blocked` opens it for that column of a board.
 */
import { STATUSES, type Status } from '@holdfast/shared/entities/task';
import { useCallback, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { goBack } from '../../platform/history';
import { catchTyping } from '../../ui/type-ahead';

export interface QuickAddPlace {
  readonly open: boolean;
  /** What the new task begins with. */
  readonly status: Status;
  readonly show: () => void;
  readonly showIn: (status: Status) => void;
  readonly close: () => void;
}

export function useQuickAddPlace(): QuickAddPlace {
  const [path, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('new');
  // Opened by its address alone there is nothing of ours below it.
  const openedHere = useRef(false);
  const showAs = useCallback(
    (how: string) => {
      openedHere.current = true;
      catchTyping();
      navigate(`${path}?new=${how}`);
    },
    [path, navigate],
  );
  const show = useCallback(() => showAs('1'), [showAs]);
  const close = useCallback(() => {
    if (openedHere.current) goBack();
    else navigate(path, { replace: true });
    openedHere.current = false;
  }, [path, navigate]);
  const status = STATUSES.find((each) => each === asked) ?? 'todo';
  return { open: asked !== null, status, show, showIn: showAs, close };
}
