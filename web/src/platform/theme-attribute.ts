/** The theme that a person chose, on the page's root; the browser's own colours follow. */
export type Theme = 'system' | 'light' | 'dark';

export function showTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
