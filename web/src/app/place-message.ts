/**
 * What the tabs of one account say to each other, and whether what was heard is one of these: tabs of an older and a
 * newer build stand side by side for a while, and a channel carries whatever somebody puts on it.
 */
import * as z from 'zod/mini';
import type { EngineEvent } from '../sync/engine';
import type { LeaderMessage } from '../sync/leader';
import type { NetFacts } from '../sync/status-net';

export type PlaceMessage =
  | { readonly kind: 'leader'; readonly message: LeaderMessage }
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | { readonly kind: 'facts'; readonly facts: NetFacts }
  /** A new tab asks what the leader knows. */
  | { readonly kind: 'ask-facts' };

/** What a tab may tell the one that syncs; what the network answers only that one hears. */
const eventSchema = z.union([
  z.object({ kind: z.enum(['online', 'visible', 'hidden', 'tap', 'doubt', 'signed-in']) }),
  z.object({ kind: z.literal('wrote'), workspaceId: z.nullable(z.string()) }),
  z.object({ kind: z.literal('compare'), workspaceId: z.string() }),
  z.object({
    kind: z.literal('workspaces'),
    ids: z.array(z.string()),
    active: z.nullable(z.string()),
    digested: z.record(z.string(), z.number()),
  }),
]);

const factsSchema = z.object({
  session: z.enum(['in', 'out']),
  silentSince: z.nullable(z.number()),
  unreachable: z.boolean(),
  serverTrouble: z.boolean(),
  needsUpdate: z.boolean(),
  nextTryAt: z.nullable(z.number()),
  streamDeadSince: z.nullable(z.number()),
  moving: z.nullable(z.object({ done: z.number(), total: z.number(), since: z.number() })),
  asOf: z.record(z.string(), z.number()),
  unknown: z.array(z.string()),
});

const placeMessageSchema = z.union([
  z.object({ kind: z.literal('ask-facts') }),
  z.object({ kind: z.literal('leader'), message: z.object({ kind: z.enum(['beat', 'ask']) }) }),
  z.object({ kind: z.literal('event'), event: eventSchema }),
  z.object({ kind: z.literal('facts'), facts: factsSchema }),
]);

/** Null for what is none of them. */
export function readPlaceMessage(value: unknown): PlaceMessage | null {
  const parsed = placeMessageSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
