/** The app opened without a network, from its worker and its database, until fifty rows of Today stand on a tall one. */
import type { Device } from './device';
import type { Reading } from './lines';

const RUNS = 11;
const ROWS = 50;
const TALL = { width: 1280, height: 2400 };

export async function coldStart(device: Device): Promise<readonly Reading[]> {
  const values: number[] = [];
  device.offline();
  try {
    for (let run = 0; run < RUNS; run += 1) {
      const page = await device.blank();
      await page.setViewportSize(TALL);
      await page.goto(`${device.url}/today`, { waitUntil: 'commit' });
      const { painted } = await page.evaluate((rows) => window.probe.shown('main [data-row] a', rows), ROWS);
      values.push(painted);
      await page.waitForTimeout(500);
      await page.close();
    }
  } finally {
    device.online();
  }
  return [{ name: 'cold', values }];
}
