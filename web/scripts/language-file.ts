/**
 * `npm run words -- de`: writes `languages/de.json` anew, with every message there is: what was translated stays, what
 * is new stands in English, what is gone goes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createServer } from 'vite';

type File = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const [code] = process.argv.slice(2);
if (!code || !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(code))
  throw new Error('which language? npm run words -- de');

/** Read from the sources as the page has them, with what Vite fills in. */
const root = join(import.meta.dirname, '..');
const vite = await createServer({
  root,
  configFile: false,
  server: { middlewareMode: true },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  logLevel: 'error',
});
const { englishFile } = await vite.ssrLoadModule('/src/testing/all-messages.ts');
const english: File = englishFile();
await vite.close();

const path = join(root, 'src/words/languages', `${code}.json`);
const known: File = JSON.parse(await readFile(path, 'utf8').catch(() => '{}'));
const file = Object.fromEntries(
  Object.entries(english).map(([folder, messages]) => [
    folder,
    Object.fromEntries(
      Object.entries(messages).map(([name, text]) => [name, known[folder]?.[name] ?? text] as const),
    ),
  ]),
);
await mkdir(dirname(path), { recursive: true });
await writeFile(path, `${JSON.stringify(file, null, 2)}\n`);
