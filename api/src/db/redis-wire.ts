/**
 * Between processes by Redis pub/sub (`REDIS_URL`): takes the load of hints off the database. Two connections, because
 * one that listens may say nothing else. The client comes back by itself and listens again; what is said meanwhile is
 * lost, as any hint may be.
 */
import { createClient } from '@redis/client';
import type { Log } from '../deps';
import type { OpenWire } from './bus';
import { codeOf } from './error-code';

const CHANNEL = 'holdfast';
const CONNECT_MS = 5_000;

/** @throws where Redis does not answer at the start: a wrong address is said at once, not discovered later. */
export const redisWire =
  (url: string, log: Log): OpenWire =>
  async (heard) => {
    // Before the first connection nothing is tried twice.
    let connected = false;
    const socket = {
      connectTimeout: CONNECT_MS,
      reconnectStrategy: (tries: number) => connected && Math.min(5_000, 100 * 2 ** Math.min(tries, 6)),
    };
    // A hint that cannot go now is better lost than late.
    const speaking = createClient({ url, socket, disableOfflineQueue: true });
    const listening = speaking.duplicate({ disableOfflineQueue: false });
    const clients = [speaking, listening];
    for (const client of clients)
      client.on('error', (error: unknown) => {
        if (connected) log.warn({ code: codeOf(error) }, 'Redis is away');
      });
    try {
      for (const client of clients) await client.connect();
      await listening.subscribe(CHANNEL, heard);
    } catch (error) {
      for (const client of clients) client.destroy();
      throw error;
    }
    connected = true;
    return {
      send: async (text) => {
        await speaking.publish(CHANNEL, text);
      },
      close: async () => {
        for (const client of clients) client.destroy();
      },
    };
  };
