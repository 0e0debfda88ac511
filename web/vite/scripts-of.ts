/** What the page loads before anybody asks: its scripts and the modules that it preloads. */
export const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/<(?:script|link rel="modulepreload")[^>]*?(?:src|href)="\/([^"]+\.js)"/g)].map(
    ([, path = '']) => path,
  );
