/**
 * Quick add has a place in the history, `?new=1` behind any address: the browser's Back closes it, and a shortcut
 * opens the app with it.
 */
import { useCallback, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { goBack } from '../../platform/history';
import { catchTyping } from '../../ui/type-ahead';

export interface QuickAddPlace {
  readonly open: boolean;
  readonly show: () => void;
  readonly close: () => void;
}

export function useQuickAddPlace(): QuickAddPlace {
  const [path, navigate] = useLocation();
  const open = new URLSearchParams(useSearch()).has('new');
  // Opened by its address alone there is nothing of ours below it.
  const openedHere = useRef(false);
  const show = useCallback(() => {
    openedHere.current = true;
    catchTyping();
    navigate(`${path}?new=1`);
  }, [path, navigate]);
  const close = useCallback(() => {
    if (openedHere.current) goBack();
    else navigate(path, { replace: true });
    openedHere.current = false;
  }, [path, navigate]);
  return { open, show, close };
}
