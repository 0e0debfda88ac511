/**
 * What a person set on this device, in this account's local database: it never leaves the device. Each preference
 * has a value while nobody chose one; what is stored and not understood counts as not chosen.
 */
import type { Query } from '../../db/live';
import type { LocalStore, MetaValue } from '../../db/local-store';
import type { Theme } from '../../platform/theme-attribute';

export interface Preferences {
  readonly theme: Theme;
  /** Kinds of banners that were put away. */
  readonly bannersPutAway: readonly string[];
  /** When a backup was saved last; 0 for never. */
  readonly lastBackupAt: number;
  /** The offer to install sleeps until then. */
  readonly installSleepsUntil: number;
}

export const DEFAULTS: Preferences = {
  theme: 'system',
  bannersPutAway: [],
  lastBackupAt: 0,
  installSleepsUntil: 0,
};

const keyOf = (name: keyof Preferences): string => `preference/${name}`;

export const livePreference =
  <K extends keyof Preferences>(name: K): Query<Preferences[K]> =>
  async (read) =>
    understood(name, await read.meta(keyOf(name)));

export function setPreference<K extends keyof Preferences>(
  store: LocalStore,
  name: K,
  value: Preferences[K],
): Promise<void> {
  return store.transaction('relaxed', (tx) => tx.putMeta(keyOf(name), value as MetaValue));
}

function understood<K extends keyof Preferences>(name: K, stored: MetaValue | undefined): Preferences[K] {
  const usual = DEFAULTS[name];
  if (name === 'theme')
    return (stored === 'light' || stored === 'dark' ? stored : 'system') as Preferences[K];
  const fits = Array.isArray(usual) ? Array.isArray(stored) : typeof stored === typeof usual;
  return (fits ? stored : usual) as Preferences[K];
}
