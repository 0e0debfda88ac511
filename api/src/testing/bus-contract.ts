/** What the bus does between processes, whatever carries it. */
import { uuidOf } from '@holdfast/shared/testing/build';
import { afterAll, describe, expect, test } from 'vitest';
import { createBus, type OpenWire, type ProcessBus } from '../db/bus';
import type { BusEvent } from '../deps';
import { soon } from './soon';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** @param wire one for each process */
export function describeBus(name: string, wire: () => OpenWire): void {
  describe(`bus: ${name}`, () => {
    const buses: ProcessBus[] = [];
    afterAll(async () => {
      for (const bus of buses) await bus.close();
    });
    async function processOf(id: string): Promise<{ bus: ProcessBus; heard: BusEvent[] }> {
      const bus = await createBus(wire(), id, quiet);
      buses.push(bus);
      const heard: BusEvent[] = [];
      bus.subscribe((event) => heard.push(event));
      return { bus, heard };
    }

    test('[ST5] what one process says, its own listeners hear at once and the others through the wire, once', async () => {
      const [one, two] = [await processOf('one'), await processOf('two')];
      const event: BusEvent = { kind: 'changed', workspaceId: uuidOf(1), version: 7, deviceId: uuidOf(2) };
      one.bus.publish(event);
      expect(one.heard).toEqual([event]);
      await soon(() => expect(two.heard).toEqual([event]));
      two.bus.publish({ kind: 'revoked', workspaceId: uuidOf(1), accountId: uuidOf(3) });
      two.bus.publish({ kind: 'joined', workspaceId: uuidOf(1), accountId: uuidOf(4) });
      two.bus.publish({ kind: 'session', sessionId: uuidOf(5), reason: 'sign_out' });
      await soon(() =>
        expect(one.heard.map(({ kind }) => kind)).toEqual(['changed', 'revoked', 'joined', 'session']),
      );
      expect(two.heard).toHaveLength(4);
    });

    test('[ST5][H55] a storm of changes is few messages, the highest version among them', async () => {
      const [one, two] = [await processOf('three'), await processOf('four')];
      for (let version = 1; version <= 500; version++)
        one.bus.publish({
          kind: 'changed',
          workspaceId: uuidOf(1),
          version,
          deviceId: uuidOf(2 + (version % 2)),
        });
      expect(one.heard).toHaveLength(500);
      await soon(() => expect(two.heard.at(-1)).toMatchObject({ version: 500 }));
      expect(two.heard.length).toBeLessThan(20);
      expect(two.heard.at(-1)).toMatchObject({ deviceId: null });
    });
  });
}
