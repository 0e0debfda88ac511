/** The app opened without a network, from its worker and its database, until Today's rows fill the screen. */
import type { Device } from './device';
import type { Reading } from './lines';

const RUNS = 11;
/** A screen of them. */
const ROWS = 12;

export async function coldStart(device: Device): Promise<readonly Reading[]> {
  const values: number[] = [];
  device.offline();
  try {
    for (let run = 0; run < RUNS; run += 1) {
      const page = await device.blank();
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
