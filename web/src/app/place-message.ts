/**
 * What the tabs of one account say to each other, and whether what was heard is one of these: tabs of an older and a
 * newer build stand side by side for a while, and a channel carries whatever somebody puts on it.
 */
import type { EngineEvent } from '../sync/engine';
import type { LeaderMessage } from '../sync/leader';
import { type NetFacts, noFacts } from '../sync/status-net';

export type PlaceMessage =
  | { readonly kind: 'leader'; readonly message: LeaderMessage }
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | { readonly kind: 'facts'; readonly facts: NetFacts }
  /** A new tab asks what the leader knows. */
  | { readonly kind: 'ask-facts' };

/** Null for what is none of them. */
export function readPlaceMessage(value: unknown): PlaceMessage | null {
  if (!isObject(value)) return null;
  const known =
    value.kind === 'ask-facts' ||
    (value.kind === 'leader' && isObject(value.message) && isOf(LEADER, value.message.kind)) ||
    (value.kind === 'event' && isEvent(value.event)) ||
    (value.kind === 'facts' && areFacts(value.facts));
  return known ? (value as unknown as PlaceMessage) : null;
}

const LEADER: readonly LeaderMessage['kind'][] = ['beat', 'ask'];
/** What a tab may tell the one that syncs; what the network answers only that one hears. */
const PLAIN: readonly EngineEvent['kind'][] = ['online', 'visible', 'hidden', 'tap', 'doubt', 'signed-in'];

function isEvent(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (value.kind === 'wrote') return value.workspaceId === null || isString(value.workspaceId);
  if (value.kind === 'compare') return isString(value.workspaceId);
  if (value.kind !== 'workspaces') return isOf(PLAIN, value.kind);
  const { ids, active, digested } = value;
  return (
    Array.isArray(ids) && ids.every(isString) && (active === null || isString(active)) && isObject(digested)
  );
}

const EXAMPLE = noFacts(0);

function areFacts(value: unknown): boolean {
  if (!isObject(value) || !isObject(value.asOf) || !Array.isArray(value.unknown)) return false;
  return Object.keys(EXAMPLE).every((key) => key in value);
}

const isOf = (kinds: readonly string[], kind: unknown): boolean => isString(kind) && kinds.includes(kind);
const isString = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
