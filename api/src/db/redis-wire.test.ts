/** On a real Redis; where none can be had, `startRedis` says so in the run. */
import { uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, expect, test } from 'vitest';
import type { BusEvent } from '../deps';
import { describeBus } from '../testing/bus-contract';
import { freePort } from '../testing/free-port';
import { startRedis } from '../testing/redis-server';
import { soon } from '../testing/soon';
import { createBus } from './bus';
import { redisWire } from './redis-wire';

const redis = await startRedis();
const logged: string[] = [];
const log = {
  info: () => undefined,
  warn: (_: object, said: string) => logged.push(said),
  error: () => undefined,
};
afterAll(() => redis?.stop());

if (redis) {
  describeBus('Redis', () => redisWire(redis.url, log));

  test('[ST5] Redis goes and comes back: hints are lost meanwhile, nothing else, and then they are heard again', async () => {
    const [one, two] = [
      await createBus(redisWire(redis.url, log), 'one', log),
      await createBus(redisWire(redis.url, log), 'two', log),
    ];
    const heard: BusEvent[] = [];
    two.subscribe((event) => heard.push(event));
    await redis.stop();
    const event = (version: number): BusEvent => ({
      kind: 'changed',
      workspaceId: uuidOf(1),
      version,
      deviceId: null,
    });
    one.publish(event(1));
    await soon(() => expect(logged).toContain('a notification was not sent'));
    expect(logged).toContain('Redis is away');
    await redis.start();
    let version = 1;
    await soon(() => {
      one.publish(event(++version));
      expect(heard.length).toBeGreaterThan(0);
    });
    await one.close();
    await two.close();
  });
}

test('[ST5] a Redis that is not there is said at the start', async () => {
  const away = redisWire(`redis://127.0.0.1:${await freePort()}`, log);
  await expect(createBus(away, 'one', log)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
