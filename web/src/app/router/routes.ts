/**
 * Addresses and what they show. Pure: a path in, a screen out, and back. An open task (`/t/:id`) is no screen of its
 * own: it lies over the list that was there before.
 */
import { isUuid } from '@holdfast/shared/entities/uuid';

export type Screen =
  | { readonly name: 'today' }
  | { readonly name: 'inbox' }
  | { readonly name: 'upcoming' }
  | { readonly name: 'assigned' }
  | { readonly name: 'completed' }
  | { readonly name: 'trash' }
  | { readonly name: 'projects' }
  | { readonly name: 'project'; readonly id: string }
  | { readonly name: 'board'; readonly id: string }
  | { readonly name: 'label'; readonly id: string }
  /** null: a new one. */
  | { readonly name: 'filter'; readonly id: string | null }
  | { readonly name: 'search' }
  | { readonly name: 'more' }
  | { readonly name: 'sync' }
  | { readonly name: 'review'; readonly id: string }
  | { readonly name: 'settings' }
  | { readonly name: 'account' }
  | { readonly name: 'members' }
  | { readonly name: 'welcome' }
  | { readonly name: 'join' }
  | { readonly name: 'share' }
  | { readonly name: 'not-found' };

export type Route =
  | { readonly kind: 'screen'; readonly screen: Screen }
  | { readonly kind: 'task'; readonly id: string };

const plain: { readonly [path: string]: Screen } = {
  '/': { name: 'today' },
  '/today': { name: 'today' },
  '/inbox': { name: 'inbox' },
  '/upcoming': { name: 'upcoming' },
  '/assigned': { name: 'assigned' },
  '/completed': { name: 'completed' },
  '/trash': { name: 'trash' },
  '/f/new': { name: 'filter', id: null },
  '/projects': { name: 'projects' },
  '/search': { name: 'search' },
  '/more': { name: 'more' },
  '/sync': { name: 'sync' },
  '/settings': { name: 'settings' },
  '/settings/account': { name: 'account' },
  '/members': { name: 'members' },
  '/welcome': { name: 'welcome' },
  '/sign-up': { name: 'welcome' },
  '/sign-in': { name: 'welcome' },
  '/join': { name: 'join' },
  '/share': { name: 'share' },
  '/add': { name: 'share' },
};

export function readRoute(path: string): Route {
  const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path;
  if (Object.hasOwn(plain, trimmed)) return screen(plain[trimmed] ?? { name: 'not-found' });
  const [, place, id = '', ...rest] = trimmed.split('/');
  if (place === 'p' && rest.length === 1 && rest[0] === 'board' && isUuid(id.toLowerCase()))
    return screen({ name: 'board', id: id.toLowerCase() });
  if (rest.length === 0 && isUuid(id.toLowerCase())) {
    if (place === 't') return { kind: 'task', id: id.toLowerCase() };
    if (place === 'p') return screen({ name: 'project', id: id.toLowerCase() });
    if (place === 'review') return screen({ name: 'review', id: id.toLowerCase() });
    if (place === 'f') return screen({ name: 'filter', id: id.toLowerCase() });
    if (place === 'labels') return screen({ name: 'label', id: id.toLowerCase() });
  }
  return screen({ name: 'not-found' });
}

function screen(what: Screen): Route {
  return { kind: 'screen', screen: what };
}

export function screenToPath(to: Screen): string {
  if (to.name === 'project') return `/p/${to.id}`;
  if (to.name === 'board') return `/p/${to.id}/board`;
  if (to.name === 'label') return `/labels/${to.id}`;
  if (to.name === 'filter') return `/f/${to.id ?? 'new'}`;
  if (to.name === 'review') return `/review/${to.id}`;
  if (to.name === 'account') return '/settings/account';
  return to.name === 'today' ? '/today' : `/${to.name}`;
}

/** The project that a screen is about. */
export const projectOf = (screen: Screen): string | null =>
  screen.name === 'project' || screen.name === 'board' ? screen.id : null;

/** Screens that an open task can lie over; over the others it lies over Today. */
export function canLieBehind(screen: Screen): boolean {
  return !isBare(screen) && screen.name !== 'not-found' && screen.name !== 'share';
}

/** Pages without sidebar and tab bar: signing up, an invitation. */
export function isBare(screen: Screen): boolean {
  return screen.name === 'welcome' || screen.name === 'join';
}
