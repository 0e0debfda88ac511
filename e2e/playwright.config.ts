import { defineConfig, devices } from '@playwright/test';
import { chromiumArgs, findChromium } from './support/chromium';

const executablePath = findChromium();
const launchOptions = { args: [...chromiumArgs], ...(executablePath ? { executablePath } : {}) };

export default defineConfig({
  testDir: './browser',
  outputDir: '../test-results/browser',
  globalSetup: './support/global-setup.ts',
  timeout: 45_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['line'], ['json']] : 'line',
  use: { launchOptions, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'chromium', use: { ...devices['Desktop Chrome'] } },
    { name: 'phone', use: { ...devices['Pixel 7'] }, grep: /@phone/ },
  ],
});
