/** Whether the page was opened at that path. Stands alone: the script before the entry's asks it. */
export const isAt = (path: string): boolean => location.pathname === path;
