/**
 * A store whose transactions fail where they wait for anything but their own calls (H42). IndexedDB ends a transaction
 * as soon as nothing is asked of it; in memory it would go on unharmed, and the mistake would show on a device only.
 */
import type { LocalStore, LocalTransaction } from '../db/local-store';

export class ForeignAwait extends Error {
  constructor() {
    super('a transaction waited for something that is not its own');
  }
}

/** Far more steps than lie between two calls of a transaction that waits for nothing else. */
const PATIENCE = 10_000;

/** @param store answers its calls within the same turn of the event loop, as the one in memory does */
export const inOneBreath = <S extends LocalStore>(store: S): S => ({
  ...store,
  transaction: (mode, work, scope) =>
    store.transaction(
      mode,
      async (tx) => {
        // Takes turns with the work's own steps: once it has many in a row to itself, the work waits for another turn.
        let steps = 0;
        let isOver = false;
        const watch = (): void => {
          steps += 1;
          if (!isOver && steps <= PATIENCE) queueMicrotask(watch);
        };
        watch();
        const calls: ProxyHandler<LocalTransaction> = {
          get(target, name) {
            if (steps <= PATIENCE) steps = 0;
            return Reflect.get(target, name);
          },
        };
        const result = await work(new Proxy(tx, calls)).finally(() => {
          isOver = true;
        });
        if (steps > PATIENCE) throw new ForeignAwait();
        return result;
      },
      scope,
    ),
});
