/**
 * The theme that a person chose, on the page's root; the browser's own colours follow. A small cookie remembers it for
 * the next start: it can be read before the first paint, when no database is open yet, so that nothing flashes. The
 * preference itself is in the database; the cookie is only what the page looked like last.
 */
export type Theme = 'system' | 'light' | 'dark';

export function showTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

const NAME = 'theme';
const A_YEAR = 31_536_000;

/** At the very start: the theme of last time. */
export function showLastTheme(): void {
  const [, last] = /(?:^|; )theme=(light|dark)(?:;|$)/.exec(document.cookie) ?? [];
  if (last) showTheme(last as Theme);
}

export function keepTheme(theme: Theme): void {
  const age = theme === 'system' ? 0 : A_YEAR;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is younger than the browser floor
  document.cookie = `${NAME}=${theme}; Max-Age=${age}; Path=/; SameSite=Strict`;
}
