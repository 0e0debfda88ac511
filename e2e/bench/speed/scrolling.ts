/** The longest list from its top to its end by the wheel, as fast as a hand turns it: how long any frame took. */
import type { Device } from './device';
import type { Reading } from './lines';

/** A turn of the wheel each frame. */
const PIXELS = 160;
const FRAMES = 300;

export async function scrolling(device: Device): Promise<readonly Reading[]> {
  const longest: number[] = [];
  const late: string[] = [];
  const { filterIds, projectId } = device.life;
  for (const path of ['/upcoming', `/p/${projectId}`, `/f/${filterIds['Words: rope']}`]) {
    const page = await device.open(path);
    await page.locator('main [data-row]').first().waitFor();
    await page.waitForTimeout(2_000);
    await page.mouse.move(700, 400);
    const frames = page.evaluate(watchFrames, FRAMES);
    for (let n = 0; n < FRAMES; n += 1) await page.mouse.wheel(0, PIXELS);
    const took = (await frames).slice(2);
    longest.push(Math.max(...took));
    late.push(
      `${path.split('/')[1]} ${Math.round(Math.max(...took))} ms, ${took.filter((each) => each > 32).length} over 32`,
    );
    await page.close();
  }
  return [{ name: 'scrolling', values: longest, detail: late.join('; ') }];
}

/** Runs in the page: the time between each two of so many frames. */
function watchFrames(frames: number): Promise<number[]> {
  return new Promise((done) => {
    const took: number[] = [];
    let last = performance.now();
    const frame = (at: number): void => {
      took.push(at - last);
      last = at;
      if (took.length < frames) requestAnimationFrame(frame);
      else done(took);
    };
    requestAnimationFrame(frame);
  });
}
