/**
 * The app opened without a network, from its worker and its database, until the rows of Today stand that fill a screen;
 * and on a screen tall enough for them, until fifty stand.
 */
import { desk } from '../world';
import type { Device } from './device';
import type { Reading } from './lines';

const RUNS = 11;
const SCREENS = [
  { name: 'cold', rows: 12, size: desk },
  { name: 'coldFifty', rows: 50, size: { width: 1280, height: 2400 } },
] as const;

export async function coldStart(device: Device): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  device.offline();
  try {
    for (const { name, rows, size } of SCREENS) {
      const values: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const page = await device.blank();
        await page.setViewportSize(size);
        await page.goto(`${device.url}/today`, { waitUntil: 'commit' });
        const { painted } = await page.evaluate((n) => window.probe.shown('main [data-row] a', n), rows);
        values.push(painted);
        await page.waitForTimeout(500);
        await page.close();
      }
      readings.push({ name, values });
    }
  } finally {
    device.online();
  }
  return readings;
}
