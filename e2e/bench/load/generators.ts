/** Two ways to ask for more than is comfortable. */
import type { LoadDevice } from './device';

export interface Closed {
  readonly perSecond: number;
  readonly latencies: readonly number[];
}

/**
 * Closed loop: every device pushes again as soon as it is answered; what counts is how many a second. Warm after so many
 * pushes, not after so much time: a slow machine has compiled less of the server in the same seconds.
 * @param length of what counts, milliseconds
 */
export async function closedLoop(
  devices: readonly LoadDevice[],
  { warmUp, length }: { readonly warmUp: number; readonly length: number },
): Promise<Closed> {
  let answers = 0;
  let until = warmUp === 0 ? performance.now() + length : Number.POSITIVE_INFINITY;
  const latencies: number[] = [];
  await Promise.all(
    devices.map(async (device) => {
      for (let sent = performance.now(); sent < until; ) {
        await device.push();
        const answered = performance.now();
        answers += 1;
        if (answers === warmUp) until = answered + length;
        else if (answers > warmUp && answered < until) latencies.push(answered - sent);
        sent = answered;
      }
    }),
  );
  return { perSecond: (latencies.length * 1000) / length, latencies };
}

/**
 * Open loop: mutations arrive on their own, spread evenly in time and at random over the devices, whether or not the
 * server keeps up. A device with a push under way sends what arrived meanwhile with the next. Latency counts from the
 * arrival, so that nothing that waited is forgotten.
 */
export async function openLoop(
  devices: readonly LoadDevice[],
  {
    perSecond,
    warmUp,
    length,
    random,
  }: {
    readonly perSecond: number;
    readonly warmUp: number;
    readonly length: number;
    readonly random: () => number;
  },
): Promise<readonly number[]> {
  const latencies: number[] = [];
  const lanes = devices.map((device) => ({
    device,
    waiting: [] as number[],
    pushing: null as Promise<void> | null,
  }));
  const start = performance.now();
  const from = start + warmUp;
  const drain = async (lane: (typeof lanes)[number]): Promise<void> => {
    while (lane.waiting.length > 0) {
      const arrived = lane.waiting.splice(0, 100);
      await lane.device.push(arrived.length);
      const now = performance.now();
      for (const at of arrived) if (at >= from) latencies.push(now - at);
    }
    lane.pushing = null;
  };
  const total = ((warmUp + length) * perSecond) / 1000;
  for (let n = 0; n < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * perSecond) / 1000));
    for (; n < due; n++) {
      const lane = lanes[Math.floor(random() * lanes.length)];
      if (!lane) continue;
      lane.waiting.push(start + (n * 1000) / perSecond);
      lane.pushing ??= drain(lane);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(lanes.map((lane) => lane.pushing));
  return latencies;
}
