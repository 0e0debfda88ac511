/**
 * The built app (platform notes, caching): hashed files for ever, everything else asked again each time. A missing
 * asset is a 404 and never the page, or a browser would take HTML for a module.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { getMimeType } from 'hono/utils/mime';

interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  readonly plain: Buffer;
  readonly br: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

export interface StaticFiles {
  readonly files: ReadonlyMap<string, StaticFile>;
  /** Names the build: changes with every change of what the page loads. */
  readonly build: string;
}

const FOR_EVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';
const ASK = 'no-cache';
/** Not the app's: a page there would only hide a mistake. */
const NO_PAGE = /^\/(?:assets|api|auth|files)(?:\/|$)|^\/sync\/|\/\./;

/** Reads the folder once; null where the app was not built. */
export async function loadStaticFiles(folder: string): Promise<StaticFiles | null> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = names
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const all = new Map(
    await Promise.all(
      found.map(
        async (file): Promise<readonly [string, Buffer]> => [
          `/${path.relative(folder, file).split(path.sep).join('/')}`,
          await readFile(file),
        ],
      ),
    ),
  );
  const files = new Map<string, StaticFile>();
  for (const [name, plain] of all) {
    if (/\.(?:br|gz)$/.test(name) && all.has(name.replace(/\.\w+$/, ''))) continue;
    files.set(name, { ...fileOf(name, plain), br: all.get(`${name}.br`), gzip: all.get(`${name}.gz`) });
  }
  const index = files.get('/index.html');
  return index ? { files, build: index.etag.slice(0, 12) } : null;
}

const isAsset = (name: string): boolean => name.startsWith('/assets/');

/** The build's hashed files, as they are kept for whoever still runs it when the next one is served (H57). */
export const assetsOf = ({ files }: StaticFiles): ReadonlyMap<string, Pick<StaticFile, 'plain' | 'br'>> =>
  new Map([...files].filter(([name]) => isAsset(name)));

/** With the hashed files of earlier builds. */
export function withAssets(
  build: StaticFiles,
  assets: ReadonlyMap<string, Pick<StaticFile, 'plain' | 'br'>>,
): StaticFiles {
  const files = new Map(build.files);
  for (const [name, { plain, br }] of assets)
    if (isAsset(name) && !files.has(name)) files.set(name, { ...fileOf(name, plain), br });
  return { ...build, files };
}

/** The kill switch: another script in the worker's place, everything else as it is. */
export function withWorker(build: StaticFiles, script: string): StaticFiles {
  return { ...build, files: new Map([...build.files, ['/sw.js', fileOf('/sw.js', Buffer.from(script))]]) };
}

const fileOf = (name: string, plain: Buffer): StaticFile => ({
  plain,
  type: typeOf(name),
  etag: createHash('sha256').update(plain).digest('hex').slice(0, 20),
  cache: isAsset(name) ? FOR_EVER : /^\/(?:icons|screenshots)\//.test(name) ? A_DAY : ASK,
  br: undefined,
  gzip: undefined,
});

export const serveStaticFiles = ({ files }: StaticFiles) =>
  createMiddleware(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const file = files.get(c.req.path) ?? (isPage(c.req.path) ? files.get('/index.html') : undefined);
    return file ? send(c, file) : next();
  });

/** An address of the app: its last part is no file name. */
const isPage = (address: string): boolean =>
  !NO_PAGE.test(address) && !(address.split('/').at(-1) ?? '').includes('.');

function send(c: Context, file: StaticFile): Response {
  const accepted = c.req.header('Accept-Encoding') ?? '';
  const encoding =
    file.br && /\bbr\b/.test(accepted) ? 'br' : file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : null;
  const etag = `"${file.etag}${encoding ? `-${encoding}` : ''}"`;
  const headers = {
    'Content-Type': file.type,
    'Cache-Control': file.cache,
    ETag: etag,
    ...(file.br || file.gzip ? { Vary: 'Accept-Encoding' } : {}),
  };
  if ((c.req.header('If-None-Match') ?? '').split(/\s*,\s*/).includes(etag))
    return c.body(null, 304, headers);
  const body = (encoding ? file[encoding] : undefined) ?? file.plain;
  return c.body(new Uint8Array(body), 200, {
    ...headers,
    ...(encoding ? { 'Content-Encoding': encoding } : {}),
  });
}

const typeOf = (name: string): string =>
  name.endsWith('.webmanifest')
    ? 'application/manifest+json; charset=utf-8'
    : (getMimeType(name) ?? 'application/octet-stream');
