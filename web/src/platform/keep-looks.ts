import type { Looks } from './looks';

const A_YEAR = 31_536_000;

/** For the next start, in the cookie that `lastLooks` reads. */
export function keepLooks(looks: Looks): void {
  const said = Object.entries(looks).map((each) => each.join('-'));
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is younger than the browser floor
  document.cookie = `looks=${said.join('.')}; Max-Age=${A_YEAR}; Path=/; SameSite=Strict`;
}
