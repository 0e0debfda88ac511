/** What went wrong, as the database, Redis or the system names it; empty where it has no name. Messages are never read. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
