/** A row's history as the server tells it (spec HY1): who changed what, when, on which device; the newest first. */
import * as z from 'zod/mini';
import { type Json, uuid } from '../entities/fields';

/** Entries of a page: the usual number, and the most. */
export const HISTORY_LIMIT = { default: 40, most: 200 } as const;

const json = z.custom<Json>((value) => value !== undefined);

const historyEntrySchema = z.looseObject({
  version: z.int(),
  /** Order within a version. */
  n: z.int(),
  /** A field, `custom.<key>`, `deletedAt`, or `_`: the creation. */
  field: z.string(),
  from: json,
  to: json,
  /** Epoch milliseconds, corrected. */
  time: z.number(),
  accountId: z.string(),
  deviceId: z.string(),
  /** As the device last called itself; null where it is not known any more. */
  deviceName: z.nullable(z.string()),
  mutationId: z.string(),
  /** The mutation's name, e.g. `task.complete`. */
  name: z.nullable(z.string()),
});
export type HistoryItem = z.infer<typeof historyEntrySchema>;

export const historyPageSchema = z.looseObject({
  entries: z.array(historyEntrySchema),
  /** Ask for the page after it with this `before`; null at the end. */
  next: z.nullable(z.string()),
});
export type HistoryPage = z.infer<typeof historyPageSchema>;

/** A place between two entries: those before it are older. */
export interface HistoryPlace {
  readonly version: number;
  readonly n: number;
}

export const formatPlace = ({ version, n }: HistoryPlace): string => `${version}.${n}`;

const placeSchema = z.string().check(z.regex(/^\d{1,15}\.\d{1,9}$/));

/** The query of `GET /sync/history`. */
export const historyQuerySchema = z.object({
  workspaceId: uuid,
  entity: z.string().check(z.maxLength(50)),
  id: uuid,
  before: z.optional(placeSchema),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
});

/** The inverse of `formatPlace`, of a text that the schema let through. */
export function parsePlace(text: string): HistoryPlace {
  const [version, n] = text.split('.').map(Number);
  return { version: version ?? 0, n: n ?? 0 };
}
