/** The hashed files of earlier builds, kept 30 days after they were served last (H57). As the owner. */
import type { Sql } from './pool';

export interface Asset {
  readonly plain: Buffer;
  readonly br: Buffer | undefined;
}

const KEPT_MS = 30 * 86_400_000;

/** Notes that the build's files are served now, and forgets what no build has served for 30 days. */
export async function keepAssets(owner: Sql, build: ReadonlyMap<string, Asset>, now: number): Promise<void> {
  const known = await owner<{ name: string }[]>`
    update kept_asset set served_at = greatest(served_at, ${now}) where name = any(${[...build.keys()]}) returning name`;
  const there = new Set(known.map(({ name }) => name));
  for (const [name, { plain, br }] of build) {
    if (there.has(name)) continue;
    // Another process of the same build may have been faster: the hash says that it is the same.
    await owner`
      insert into kept_asset (name, plain, br, served_at) values (${name}, ${plain}, ${br ?? null}, ${now})
      on conflict (name) do nothing`;
  }
  await owner`delete from kept_asset where served_at < ${now - KEPT_MS}`;
}

/** What is kept of other builds than this one. */
export async function assetsOfOtherBuilds(
  owner: Sql,
  build: ReadonlyMap<string, Asset>,
): Promise<ReadonlyMap<string, Asset>> {
  const rows = await owner<{ name: string; plain: Buffer; br: Buffer | null }[]>`
    select name, plain, br from kept_asset where not (name = any(${[...build.keys()]}))`;
  return new Map(rows.map(({ name, plain, br }) => [name, { plain, br: br ?? undefined }]));
}
