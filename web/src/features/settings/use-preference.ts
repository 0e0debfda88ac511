import { useCallback } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { orNotStored } from '../../db/write-result';
import { DEFAULTS, livePreference, type Preferences, setPreference } from './preferences';

/** A preference, live, and how to set it. A device too full to keep it keeps the old one: nothing else depends on it. */
export function usePreference<K extends keyof Preferences>(
  name: K,
): [Preferences[K], (value: Preferences[K]) => void] {
  const { store } = useActionContext();
  const live = useLiveKept(livePreference(name), [name]);
  const set = useCallback(
    (value: Preferences[K]) => void orNotStored(() => setPreference(store, name, value)),
    [store, name],
  );
  return [live.state === 'ready' ? live.value : DEFAULTS[name], set];
}
