/** Every message between client and server (spec WR, PU, PL, DG, ST, AC). Both sides parse with these schemas. */
import * as z from 'zod/mini';
import type { Row } from '../entities/define-entity';
import { uuid, wellFormed } from '../entities/fields';
import type { Mutation } from './op';

export const PROTOCOL = 1;
export const HEADERS = {
  protocol: 'Holdfast-Protocol',
  request: 'Holdfast-Request',
  account: 'Holdfast-Account',
  /** Build id of the server that answers: a newer one makes the client look for an update. */
  build: 'Holdfast-Build',
} as const;

export const MAX_BODY_BYTES = 1024 * 1024;
const MAX_MUTATIONS = 100;
export const PULL_LIMIT = { default: 1000, most: 5000 } as const;

export const cursorSchema = z.string().check(z.maxLength(200));

/** The envelope of a push; its mutations are parsed one by one with `parseMutation`. */
export const pushRequestSchema = z.strictObject({
  protocol: z.int(),
  workspaceId: uuid,
  deviceId: uuid,
  deviceName: wellFormed.check(z.maxLength(100)),
  cursor: z.nullable(cursorSchema),
  sentAt: z.int().check(z.minimum(0)),
  mutations: z.array(z.unknown()).check(z.maxLength(MAX_MUTATIONS)),
});
export type PushRequest = Omit<z.infer<typeof pushRequestSchema>, 'mutations'> & {
  readonly mutations: readonly Mutation[];
};

const OUTCOMES = ['applied', 'merged', 'review', 'held', 'rejected', 'retry'] as const;

const mutationResultSchema = z.looseObject({
  id: z.string(),
  seq: z.int(),
  outcome: z.enum(OUTCOMES),
  duplicate: z.boolean(),
  /** Highest version of its rows, or the head if nothing changed; null while there is no effect. */
  version: z.nullable(z.int()),
  code: z.optional(z.string()),
  message: z.optional(z.string()),
  /** `parent_rejected`: the row whose creation was rejected. */
  rowId: z.optional(z.string()),
  conflictIds: z.optional(z.array(z.string())),
  left: z.optional(z.array(z.string())),
  /** `held`: the row that shows it, and by which it is released or dropped. */
  holdId: z.optional(z.string()),
});
export type MutationResult = z.infer<typeof mutationResultSchema>;

export interface RowChange {
  readonly entity: string;
  readonly row: Row;
}

/** Its outside alone: thousands come at once, and the receiver looks at each row itself. */
function isRowChange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('entity' in value) || !('row' in value)) return false;
  const { entity, row } = value;
  if (typeof entity !== 'string' || typeof row !== 'object' || row === null) return false;
  return 'id' in row && typeof row.id === 'string' && 'version' in row && Number.isInteger(row.version);
}

/** The answer of a pull; a push answers the same (PU7). Rows are parsed one by one with their entity's schema. */
export const syncResponseSchema = z.looseObject({
  ack: z.int(),
  /** The server's clock, epoch milliseconds. */
  now: z.number(),
  results: z.array(mutationResultSchema),
  changes: z.array(z.custom<RowChange>(isRowChange)),
  cursor: cursorSchema,
  /** The workspace's head. */
  version: z.int(),
  more: z.boolean(),
  reset: z.boolean(),
});
export interface SyncResponse {
  readonly ack: number;
  readonly now: number;
  readonly results: readonly MutationResult[];
  readonly changes: readonly RowChange[];
  readonly cursor: string;
  readonly version: number;
  readonly more: boolean;
  readonly reset: boolean;
}

export const digestSchema = z.object({
  version: z.int(),
  entities: z.record(z.string(), z.object({ count: z.int(), hash: z.string() })),
});
export type Digest = z.infer<typeof digestSchema>;

/** RFC 9457; `code` is stable, the rest is for people. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  /** `gap`: the ack to go on from. */
  ack: z.optional(z.int()),
});
export type Problem = z.infer<typeof problemSchema>;

export const PROBLEM_CODES = [
  'bad_request', // broken envelope, unknown parameter
  'unauthenticated',
  'forbidden',
  'bad_origin',
  'removed', // a former member (CL8)
  'unknown_workspace',
  'not_found',
  'other_account', // WR3
  'device_forked', // PU3
  'gap', // PU3
  'too_large', // WR4
  'unsupported_media_type',
  'upgrade', // 426: protocol too old
  'behind', // 503: this server is older than the client
  'rate_limited',
  'unavailable',
  'email_taken',
  'weak_password',
  'wrong_credentials',
  'refresh_reused', // AC2
  'invite_invalid',
  'last_owner',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Events of the stream (ST1). They carry no row data. */
export const streamEventSchemas = {
  hello: z.looseObject({ account: z.string(), heads: z.record(z.string(), z.int()) }),
  changed: z.looseObject({ workspaceId: z.string(), version: z.int(), deviceId: z.optional(z.string()) }),
  revoked: z.looseObject({ workspaceId: z.string() }),
  session: z.looseObject({ reason: z.string() }),
} as const;
export const HEARTBEAT_MS = 20_000;

// --- accounts and workspaces -------------------------------------------------------------------------------------
export const accountSchema = z.looseObject({ id: uuid, email: z.string(), name: z.string() });
export type Account = z.infer<typeof accountSchema>;

/** The client chooses its personal workspace's id, so that what was written before sign-up can be sent (CL12). */
export const signUpSchema = z.strictObject({
  email: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)),
  password: z.string().check(z.minLength(12), z.maxLength(128)),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  workspaceId: z.optional(uuid),
  deviceId: z.optional(uuid),
});
export const signInSchema = z.strictObject({
  email: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254)),
  password: z.string().check(z.maxLength(128)),
  deviceId: z.optional(uuid),
});
export const refreshSchema = z.strictObject({ rid: uuid, deviceId: uuid });

const workspaceSummarySchema = z.looseObject({
  id: uuid,
  name: z.string(),
  role: z.string(),
  personal: z.boolean(),
});
export const meSchema = z.looseObject({
  account: accountSchema,
  workspaces: z.array(workspaceSummarySchema),
});
/** Of `GET /auth/remembered`: this browser carries a session's cookie, whatever it is still worth. */
export const rememberedSchema = z.looseObject({ remembered: z.boolean() });
export type Me = z.infer<typeof meSchema>;

export const createWorkspaceSchema = z.strictObject({
  id: uuid,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
});
export const renameWorkspaceSchema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
});
