/** A row's key within its workspace. */
export const keyOf = (entity: string, id: string): string => `${entity}/${id}`;
