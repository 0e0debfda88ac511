/** From the key press on A until the frame in which B, another browser profile, shows it. */
import type { Page } from '@playwright/test';
import { startBaseline } from '../baseline/server';
import { line } from '../numbers';
import { onNewDevice, pause, type Scenario, shownTask } from '../world';
import { syncEverything } from './first-sync';

const RUNS = 40;

export const acrossDevices: Scenario = async ({ browser, app, email }) => {
  const bare: number[] = [];
  const server = await startBaseline([]);
  await onNewDevice(browser, async (a) => {
    await a.goto(server.url);
    await onNewDevice(browser, async (b) => {
      await b.goto(server.url);
      await b.evaluate(() => window.bare.listen());
      for (let n = 0; n < RUNS; n++) {
        const painted = b.evaluate((id) => window.bare.painted(id), `x${n}`);
        const sent = await a.evaluate((id) => window.bare.send(id), `x${n}`);
        bare.push((await painted) - sent);
      }
    });
  });
  await server.close();

  const across: number[] = [];
  await onNewDevice(browser, async (a) => {
    await syncEverything(a, app.url, email);
    await a.goto(`${app.url}/inbox`);
    await onNewDevice(browser, async (b) => {
      await syncEverything(b, app.url, email);
      await b.goto(`${app.url}/inbox`);
      for (let n = 0; n < RUNS; n++) across.push(await fromAToB(a, b, `Across ${n}`));
    });
  });
  return [line('change on A → painted on B', across, { bare, target: '≤ 30 ms', median: 30 })];
};

async function fromAToB(a: Page, b: Page, title: string): Promise<number> {
  await a.getByRole('button', { name: 'New task' }).first().click();
  const field = a.getByRole('textbox', { name: 'New task' });
  await field.fill(title);
  await pause(a);
  const [{ painted }] = await Promise.all([shownTask(b, title), field.press('Enter')]);
  const [onA, onB] = await Promise.all(
    [a, b].map((page) =>
      page.evaluate(() => ({ origin: performance.timeOrigin, inputAt: window.probe.inputAt })),
    ),
  );
  // The list stays short, so that the row is on the screen.
  await a.keyboard.press('Escape');
  await a.getByRole('checkbox', { name: `Complete: ${title}`, exact: true }).click();
  return painted + (onB?.origin ?? Number.NaN) - (onA?.origin ?? Number.NaN) - (onA?.inputAt ?? Number.NaN);
}
