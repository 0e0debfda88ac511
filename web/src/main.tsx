/** Composition root: opens what this device has, then paints it. */
import './main.css';
import { createRoot } from 'react-dom/client';
import { version } from '../package.json';
import { laterScreens } from './app/lazy-screens';
import { preloadAll } from './app/preload-all';
import { Root } from './app/root';
import { startApp } from './app/start';
import { earlyMarks } from './early-marks';
import { afterFirstPaint } from './platform/first-paint';
import { whenIdle } from './platform/idle';
import { lastLooks, openFirstView, showLooks } from './platform/looks';
import { networkMayBeBack } from './platform/online';
import { showLanguage } from './platform/page';
import { language, languageReady } from './words/language';
import { languageWords } from './words/words';

const build = import.meta.env.VITE_BUILD ?? (import.meta.env.DEV ? 'development' : '');
// Programs write reports here, never a task's text.
const report = (what: string, detail: unknown): void => {
  // biome-ignore lint/suspicious/noConsole: the only place of the app that speaks to a developer
  console.error(`holdfast: ${what}`, detail);
};

// No `await` outside a function: WebKit runs what imports such a module before the module itself is through, and the
// first dialog found no React (https://bugs.webkit.org/show_bug.cgi?id=242740).
async function start(root: HTMLElement): Promise<void> {
  // English is here already; another language's file comes first, and then nothing is said in English meanwhile.
  await languageReady();
  showLanguage(language.get(), languageWords.get().direction);
  const app = await startApp({ version, build }, earlyMarks, report);
  createRoot(root).render(<Root app={app} />);
  // Not before there is something to see: on a slow network the first screen would share its line with all others.
  afterFirstPaint(() => whenIdle(() => void preloadAll(laterScreens, () => networkMayBeBack(30_000))));
}

const looks = lastLooks();
showLooks(looks);
openFirstView(looks.view);
const root = document.getElementById('root');
if (root) void start(root);
