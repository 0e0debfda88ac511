/**
 * The syncing place before it is there: its code is no part of the first screen and comes after it. What it is told
 * meanwhile waits for it; where its code does not come, the next word asks again.
 */
import type { Leaving } from '../db/leaving';
import type { EngineEvent } from '../sync/engine';
import type { SyncPlace } from './sync-place';

export interface LatePlaceDeps {
  /** Fetches the code and starts the place; rejects where the code could not be fetched. */
  readonly start: () => Promise<SyncPlace>;
  /** Calls once, when the first screen stands. */
  readonly whenShown: (then: () => void) => void;
  readonly report: (what: string, detail: unknown) => void;
}

export function createLatePlace(deps: LatePlaceDeps): SyncPlace {
  const unheard: EngineEvent[] = [];
  let place: SyncPlace | null = null;
  let starting: Promise<void> | null = null;
  let shown = false;
  let ended = false;

  deps.whenShown(() => {
    shown = true;
    start();
  });

  function start(): void {
    if (ended || !shown || place !== null || starting !== null) return;
    starting = deps
      .start()
      .then((started) => {
        place = started;
        for (const event of unheard.splice(0)) started.tell(event);
      })
      .catch((error: unknown) => deps.report('syncing did not start', error))
      .finally(() => {
        starting = null;
      });
  }

  function tell(event: EngineEvent, leaving?: Leaving): void {
    if (place) place.tell(event, leaving);
    else {
      unheard.push(event);
      start();
    }
  }

  return {
    tell,
    leavesAtOnce: (workspaceId) => place?.leavesAtOnce(workspaceId) ?? false,
    // Before it started it has nothing to be told: it reads what is so when it starts.
    workspaces: (ids, active) => place?.workspaces(ids, active),
    visible: (visible) => (place ? place.visible(visible) : start()),
    online: () => (place ? place.online() : start()),
    async stop() {
      ended = true;
      await starting;
      await place?.stop();
    },
  };
}
