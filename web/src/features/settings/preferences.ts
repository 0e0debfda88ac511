/**
 * What a person set on this device, in this account's local database: it never leaves the device. Each preference
 * has a value while nobody chose one; what is stored and not understood counts as not chosen.
 */
import type { Query } from '../../db/live';
import type { LocalStore, MetaValue } from '../../db/local-store';
import type { Hours } from '../../platform/clock';
import type { Density, FirstView, Theme } from '../../platform/looks';
import type { WeekStart } from '../../platform/week';

export interface Preferences {
  readonly theme: Theme;
  readonly density: Density;
  /** The first day of a week; `language`: as people who read this language begin theirs. */
  readonly weekStart: WeekStart;
  readonly hours: Hours;
  /** What the app opens with. */
  readonly firstView: FirstView;
  /** Projects that were last shown as a board, by id. */
  readonly boardProjects: readonly string[];
  /** Single letters are commands. */
  readonly letterKeys: boolean;
  /** This device shows reminders. */
  readonly reminders: boolean;
  /** The sidebar of a desk is as narrow as a tablet's. */
  readonly narrowSidebar: boolean;
  /** The newest first. */
  readonly recentSearches: readonly string[];
  /** Kinds of banners that were put away. */
  readonly bannersPutAway: readonly string[];
  /** When a backup was saved last; 0 for never. */
  readonly lastBackupAt: number;
  /** The offer to install sleeps until then. */
  readonly installSleepsUntil: number;
}

export const DEFAULTS: Preferences = {
  theme: 'system',
  density: 'comfortable',
  weekStart: 'language',
  hours: '24',
  firstView: 'today',
  boardProjects: [],
  letterKeys: true,
  reminders: true,
  narrowSidebar: false,
  recentSearches: [],
  bannersPutAway: [],
  lastBackupAt: 0,
  installSleepsUntil: 0,
};

/** Of the ones that are a choice of words: the words. */
const CHOICES: { readonly [name in keyof Preferences]?: readonly Preferences[name][] } = {
  theme: ['system', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  weekStart: ['language', 'monday', 'saturday', 'sunday'],
  hours: ['language', '12', '24'],
  firstView: ['today', 'inbox', 'upcoming', 'projects'],
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

/** @public the rule alone, for its test */
export function understood<K extends keyof Preferences>(
  name: K,
  stored: MetaValue | undefined,
): Preferences[K] {
  const usual = DEFAULTS[name];
  const choices: readonly unknown[] | undefined = CHOICES[name];
  if (choices) return (choices.includes(stored) ? stored : usual) as Preferences[K];
  const fits = Array.isArray(usual) ? Array.isArray(stored) : typeof stored === typeof usual;
  return (fits ? stored : usual) as Preferences[K];
}
