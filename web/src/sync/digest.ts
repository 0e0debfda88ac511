/** Divergence heals instead of lasting: own rows against the server's, by count and hash (DG1, H27). */

import type { Row } from '@holdfast/shared/entities/define-entity';
import { digestLines } from '@holdfast/shared/sync/digest';
import { type Digest, digestSchema } from '@holdfast/shared/sync/protocol';
import { type LocalStore, type LocalTransaction, rowKey } from '../db/local-store';
import { META, readPosition, type Verified } from '../db/meta';
import type { Http } from '../platform/http';
import type { Answer } from './machine-state';
import { refusalOf } from './pull';

export interface DigestDeps {
  readonly store: LocalStore;
  readonly http: Http;
  readonly accountId: string;
  /** SHA-256 as lower-case hex; null where the browser gives none (CL14): nothing is compared then. */
  readonly sha256: (text: string) => Promise<string | null>;
  readonly now: () => number;
  /** Reads the workspace anew from 0: the rows that stand stay until then. */
  readonly startOver: (workspaceId: string) => Promise<void>;
  readonly report: (workspaceId: string, entities: readonly string[]) => void;
}

export async function compareDigest(
  deps: DigestDeps,
  workspaceId: string,
  signal: AbortSignal,
): Promise<Answer> {
  const query = new URLSearchParams({ workspaceId });
  const answer = await deps.http.send({
    method: 'GET',
    path: `/sync/digest?${query}`,
    account: deps.accountId,
    signal,
  });
  if (signal.aborted || answer.kind === 'unreachable') return { kind: 'unreachable' };
  if (answer.kind === 'refused') return refusalOf(answer, []);
  const theirs = digestSchema.safeParse(answer.body);
  if (!theirs.success) return { kind: 'unreachable' };

  const own = await deps.store.transaction('read', (tx) => ownRows(tx, workspaceId));
  const verdict = await judge(deps, own, theirs.data);
  if (signal.aborted) return { kind: 'unreachable' };
  if (verdict.result === 'differs') {
    deps.report(workspaceId, verdict.entities);
    await deps.startOver(workspaceId);
  }
  const at = deps.now();
  await deps.store.transaction('relaxed', async (tx) => {
    await tx.putMeta(META.verified(workspaceId), { at, ...verdict } satisfies Verified);
    if (verdict.result !== 'moved') await tx.putMeta(META.digested(workspaceId), at);
  });
  return { kind: 'compared', result: verdict.result };
}

/** Only where both speak of the same version, and nothing acknowledged is still to come. */
async function judge(deps: DigestDeps, own: OwnRows, theirs: Digest): Promise<Omit<Verified, 'at'>> {
  if (own.version !== theirs.version) return { result: 'moved', entities: [] };
  const differing: string[] = [];
  for (const [entity, digest] of Object.entries(theirs.entities)) {
    const lines = own.entities[entity];
    if (lines === undefined) continue;
    const hash = await deps.sha256(lines.join(''));
    if (hash === null) return { result: 'unable', entities: [] };
    if (lines.length !== digest.count || hash !== digest.hash) differing.push(entity);
  }
  return { result: differing.length > 0 ? 'differs' : 'same', entities: differing };
}

interface OwnRows {
  readonly version: number;
  readonly entities: { readonly [entity: string]: readonly string[] };
}

/** The lines of each known entity: live rows as the server last sent them. */
async function ownRows(tx: LocalTransaction, workspaceId: string): Promise<OwnRows> {
  const position = await readPosition(tx, workspaceId);
  const pending = new Set(await tx.pendingRows(workspaceId));
  const entities: { [entity: string]: readonly string[] } = {};
  for (const entity of await tx.entityNames(workspaceId)) {
    const rows: Row[] = [];
    for (const row of await tx.rows(entity, workspaceId)) {
      if (!pending.has(rowKey(workspaceId, entity, row.id))) {
        rows.push(row);
        continue;
      }
      const confirmed = await tx.confirmed(entity, workspaceId, row.id);
      if (confirmed === undefined) rows.push(row);
      else if (confirmed !== null) rows.push(confirmed);
    }
    entities[entity] = digestLines(rows);
  }
  return { version: position.walk === null ? position.version : -1, entities };
}
