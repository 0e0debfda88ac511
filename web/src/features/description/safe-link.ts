/** Where a link of a description may lead: pages, mail and telephones. Anything else is no link. Pure. */

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** The address as the browser will understand it, or null. A relative one would lead into the app: null as well. */
export function safeLink(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return SCHEMES.has(protocol) ? href : null;
}
