/** A view as this device's person chose to see it: the choice and the list come in one look. */
import { useCallback, useState } from 'react';
import type { Live, Query } from '../../db/live';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { orNotStored } from '../../db/write-result';
import { actHere } from '../../platform/stillness';
import { type Chosen, liveChosen, setChoice, type ViewChoice } from './view-choice';

export interface View<T> {
  readonly live: Live<Chosen<T>>;
  readonly choose: (choice: ViewChoice) => void;
  /** After trouble with reading. */
  readonly retry: () => void;
}

/** @param deps what `ask` depends on beside the choice */
export function useView<T>(
  view: string,
  usual: ViewChoice,
  ask: (choice: ViewChoice) => Query<T>,
  deps: readonly unknown[],
): View<T> {
  const { workspaceId, store } = useActionContext();
  const [attempt, setAttempt] = useState(0);
  const live = useLiveKept(liveChosen(workspaceId, view, usual, ask), [workspaceId, view, attempt, ...deps]);
  const choose = useCallback(
    // A device too full to keep it keeps the old one: nothing else depends on it.
    (choice: ViewChoice) => {
      actHere();
      void orNotStored(() => setChoice(store, workspaceId, view, choice));
    },
    [store, workspaceId, view],
  );
  return { live, choose, retry: () => setAttempt((was) => was + 1) };
}
