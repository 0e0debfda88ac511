/**
 * WebKitGTK through its own WebDriver: the engine that Safari has, in a small browser under a screen of its own. Raw
 * WebDriver over HTTP; the profile is gone with the session.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../api/src/testing/free-port';
import { aptInstall } from './apt';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
/** Its key for an element in an answer. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const ENTER = '\uE007';

export const findWebKit = (): boolean =>
  existsSync(DRIVER) && (process.env.DISPLAY !== undefined || existsSync(SCREEN));

export const ensureWebKit = (say: (line: string) => void, withinMs?: number): boolean =>
  findWebKit() || (aptInstall(['webkit2gtk-driver', 'xvfb', 'xauth'], say, withinMs) && findWebKit());

export interface WebKit {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The value of an expression in the page; it may await. */
  run<T>(expression: string): Promise<T>;
  /** Waits until the expression is truthy, and answers its value. */
  until<T>(expression: string, withinMs?: number): Promise<T>;
  /** By CSS selector. */
  click(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  newTab(): Promise<string>;
  tab(handle: string): Promise<void>;
  handle(): Promise<string>;
  close(): Promise<void>;
}

interface Started {
  readonly child: ChildProcess;
  readonly display: string;
}

async function startScreen(): Promise<Started | null> {
  if (process.env.DISPLAY) return null;
  // It chooses its own number and writes it to the fourth pipe.
  const child = spawn(SCREEN, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { child, display: `:${number}` };
}

export async function openWebKit(features = ''): Promise<WebKit> {
  const home = mkdtempSync(path.join(tmpdir(), 'holdfast-webkit-'));
  const screen = await startScreen();
  const port = await freePort();
  const driver = spawn(DRIVER, [`--port=${port}`], {
    env: {
      PATH: process.env.PATH,
      DISPLAY: screen?.display ?? process.env.DISPLAY,
      HOME: home,
      XDG_DATA_HOME: path.join(home, 'data'),
      XDG_CACHE_HOME: path.join(home, 'cache'),
      XDG_CONFIG_HOME: path.join(home, 'config'),
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
    },
    stdio: 'ignore',
  });
  const end = () => {
    driver.kill('SIGKILL');
    screen?.child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };

  async function call<T>(method: string, address: string, body?: object): Promise<T> {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`WebDriver ${address}: ${value.error}: ${value.message}`);
    return value;
  }
  async function wait<T>(ask: () => Promise<T>, what: string, withinMs = 10_000): Promise<T> {
    const until = Date.now() + withinMs;
    let last: unknown;
    for (;;) {
      try {
        const value = await ask();
        if (value) return value;
        last = value;
      } catch (error) {
        last = error;
      }
      if (Date.now() > until) throw new Error(`waited ${withinMs} ms for ${what}: ${String(last)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  try {
    await wait(() => call('GET', '/status'), 'the driver');
    const args = ['--automation', ...(features ? [`--features=${features}`] : [])];
    const { sessionId } = await call<{ sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { args } } },
    });
    const session = `/session/${sessionId}`;
    await call('POST', `${session}/timeouts`, { script: 15_000, pageLoad: 15_000 });

    const run = async <T>(expression: string): Promise<T> => {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve().then(async () => (${expression})).then(
          (value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
      const answer = await call<{ value: T; error?: string }>('POST', `${session}/execute/async`, {
        script,
        args: [],
      });
      if (answer.error !== undefined) throw new Error(`in the page: ${answer.error}`);
      return answer.value;
    };
    const find = async (selector: string): Promise<string> => {
      const found = await wait(
        () =>
          call<{ [key: string]: string }>('POST', `${session}/element`, {
            using: 'css selector',
            value: selector,
          }),
        selector,
      );
      return found[ELEMENT] ?? '';
    };

    return {
      goto: (url) => call('POST', `${session}/url`, { url }),
      reload: () => call('POST', `${session}/refresh`),
      run,
      async until(expression, withinMs) {
        try {
          return await wait(() => run(expression), expression, withinMs);
        } catch (cause) {
          throw new Error(`the page shows ${await run('document.body.innerText')}`, { cause });
        }
      },
      async click(selector) {
        await call('POST', `${session}/element/${await find(selector)}/click`);
      },
      async type(selector, text) {
        await call('POST', `${session}/element/${await find(selector)}/value`, {
          text: text.replaceAll('\n', ENTER),
        });
      },
      newTab: async () =>
        (await call<{ handle: string }>('POST', `${session}/window/new`, { type: 'tab' })).handle,
      tab: (handle) => call('POST', `${session}/window`, { handle }),
      handle: () => call('GET', `${session}/window`),
      async close() {
        await call('DELETE', session).catch(() => undefined); // it ends either way
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}
