/**
 * Quick add has a place in the history, `?new=1` behind any address: the browser's Back closes it, and a shortcut
 * opens the app with it. `?new=blocked` opens it for that column of a board. Who opens it does not hear whether it is
 * open: the screen below is not painted anew when it comes and goes.
 */
import { STATUSES, type Status } from '@holdfast/shared/entities/task';
import { type RefObject, useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import { askedFor, goBack, pathNow, whenBack } from '../../platform/history';
import { catchTyping } from '../../ui/type-ahead';

/** Opened by its address alone there is nothing of ours below it. Both sides share it. */
export type OpenedHere = RefObject<boolean>;

export interface QuickAddPlace {
  readonly open: boolean;
  /** What the new task begins with. */
  readonly status: Status;
  readonly close: () => void;
}

export function useQuickAddPlace(openedHere: OpenedHere): QuickAddPlace {
  const [path, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('new');
  const close = useCallback(() => {
    if (openedHere.current) goBack();
    else navigate(path, { replace: true });
    openedHere.current = false;
  }, [path, navigate, openedHere]);
  const status = STATUSES.find((each) => each === asked) ?? 'todo';
  return { open: asked !== null, status, close };
}

export interface OpensQuickAdd {
  readonly show: () => void;
  readonly showIn: (status: Status) => void;
}

export function useOpensQuickAdd(openedHere: OpenedHere): OpensQuickAdd {
  const [, navigate] = useLocation();
  const showAs = useCallback(
    (how: string) => {
      catchTyping();
      // Pressed right after the open task was closed.
      whenBack(() => {
        // Pressed again before its sheet is there: one press of Back still closes it.
        const isOpen = askedFor('new') !== null;
        if (!isOpen) openedHere.current = true;
        navigate(`${pathNow()}?new=${how}`, { replace: isOpen });
      });
    },
    [navigate, openedHere],
  );
  const show = useCallback(() => showAs('1'), [showAs]);
  return { show, showIn: showAs };
}
