/**
 * The browser tests in the engines that are here: all of them in Chromium, the core (`@core`) as a phone and in
 * Firefox too, a smoke suite in WebKitGTK. `HOLDFAST_ENGINES=chromium,phone` chooses.
 */
import { defineConfig, devices, type Project } from '@playwright/test';
import { chromiumArgs, findChromium } from './support/chromium';
import { findFirefox } from './support/firefox';
import { findWebKit } from './support/webkit';

const executablePath = findChromium();
const launchOptions = { args: [...chromiumArgs], ...(executablePath ? { executablePath } : {}) };
const firefox = findFirefox();

const projects: Project[] = [
  { name: 'chromium', testDir: './browser', use: { ...devices['Desktop Chrome'], launchOptions } },
  { name: 'phone', testDir: './browser', grep: /@core/, use: { ...devices['Pixel 7'], launchOptions } },
];
if (firefox)
  projects.push({
    name: 'firefox',
    testDir: './browser',
    grep: /@core/,
    use: {
      browserName: 'firefox',
      // Debian's own Firefox over WebDriver BiDi.
      channel: 'moz-firefox',
      launchOptions: { executablePath: firefox },
      viewport: { width: 1280, height: 800 },
    },
  });
if (findWebKit()) projects.push({ name: 'webkit', testDir: './webkit' });

const chosen = process.env.HOLDFAST_ENGINES?.split(',');

export default defineConfig({
  outputDir: '../test-results/browser',
  globalSetup: './support/global-setup.ts',
  timeout: 45_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : 'line',
  // Recording traces takes a quarter of the processors; `--trace retain-on-failure` asks for them.
  use: { trace: 'off', screenshot: 'only-on-failure' },
  projects: projects.filter(({ name }) => chosen === undefined || chosen.includes(name ?? '')),
});
