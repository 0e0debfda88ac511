/** How much room rows take, on the page's root. */
export function showDensity(density: 'comfortable' | 'compact'): void {
  const root = document.documentElement;
  if (density === 'comfortable') delete root.dataset['density'];
  else root.dataset['density'] = density;
}
