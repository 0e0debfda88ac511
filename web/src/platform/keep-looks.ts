import type { Looks } from './looks';

const A_YEAR = 31_536_000;

/** For the next start, in the cookie that `lastLooks` reads. Who chose nothing has no cookie. */
export function keepLooks(chosen: Partial<Looks>): void {
  const said = Object.entries(chosen).map((each) => each.join('-'));
  const age = said.length === 0 ? 0 : A_YEAR;
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is younger than the browser floor
  document.cookie = `looks=${said.join('.')}; Max-Age=${age}; Path=/; SameSite=Strict`;
}
