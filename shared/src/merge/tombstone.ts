import type { Row } from '../entities/define-entity';

/**
 * A row that was deleted so long ago that its content is gone: it says that there was one, and nothing else. Known by
 * its stamps, of which not even the creation is left.
 */
export const isTombstone = (row: Row): boolean => row.deletedAt !== null && row.stamps._ === undefined;
