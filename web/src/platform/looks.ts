/**
 * How the page looks to this person: on its root, and in a small cookie that the next start reads before anything is
 * painted, when no database is open yet. The preferences themselves are in the database; the cookie is only what the
 * page looked like last, and says nothing of anybody's tasks.
 */
import { type Hours, hoursShown } from './clock';
import type { WeekStart } from './week';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';
export type FirstView = 'today' | 'inbox' | 'upcoming' | 'projects';

export interface Looks {
  readonly theme: Theme;
  readonly density: Density;
  readonly sidebar: 'wide' | 'narrow';
  readonly hours: Hours;
  readonly weekStart: WeekStart;
  readonly view: FirstView;
}

/** As the page was last; what the cookie does not say, or says strangely, is left as it is without it. */
export function lastLooks(cookie = document.cookie): Partial<Looks> {
  const [, said = ''] = /(?:^|; )looks=([\w.-]*)/.exec(cookie) ?? [];
  return Object.fromEntries(said === '' ? [] : said.split('.').map((each) => each.split('-')));
}

/** All of them stand on the page's root: for its stylesheet, and for whoever asks. */
export function showLooks(looks: Partial<Looks>): void {
  Object.assign(document.documentElement.dataset, looks);
  if (looks.hours) hoursShown.set(looks.hours);
}

/** The app was opened without an address of its own: with the view that its person begins with. */
export function openFirstView(view: string | undefined): void {
  if (view && location.pathname === '/') history.replaceState(null, '', `/${view}`);
}
