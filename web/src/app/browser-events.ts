/** What the browser tells this tab, and whom it concerns: sight, network, gone chunks, the service worker. */
import { restAll, wakeAll } from '../db/db';
import { restMarks, wakeMarks } from '../platform/browser-marks';
import { afterFirstPaint } from '../platform/first-paint';
import { onOffline, onOnline } from '../platform/online';
import { onMissingChunk } from '../platform/page';
import { registerWorker, type Worker } from '../platform/service-worker';
import { hasUnsaved } from '../platform/unsaved';
import { isVisible, onKeptAside, onVisibility, standsStillInWork } from '../platform/visibility';
import type { OpenAccount } from './open-account';
import type { Update } from './update';

export interface BrowserEventsDeps {
  readonly account: () => OpenAccount | null;
  readonly update: Update;
  readonly hasWorker: boolean;
  /** The network is back. */
  readonly online: () => void;
  readonly report: (what: string, detail: unknown) => void;
}

/** Listens from now on; the worker is there after the first paint. */
export function listenToBrowser(deps: BrowserEventsDeps): { readonly worker: () => Worker | null } {
  const { account, update } = deps;
  let worker: Worker | null = null;
  onVisibility((visible) => {
    const open = account();
    if (visible) void open?.probe();
    open?.place?.visible(visible);
    update.visible(visible);
    if (!visible && (open?.view.get().waiting ?? 0) > 0) void worker?.wakeLater();
  });
  if (standsStillInWork())
    onKeptAside(
      () => {
        restAll();
        restMarks();
      },
      () => {
        wakeAll();
        wakeMarks();
      },
    );
  onOnline(() => {
    deps.online();
    account()?.place?.online();
    update.look();
  });
  onOffline(() => account()?.place?.tell({ kind: 'doubt' }));
  onMissingChunk(() => !hasUnsaved());
  if (deps.hasWorker)
    afterFirstPaint(() => {
      worker = registerWorker({
        waiting: update.waiting,
        replaced: update.replaced,
        message(data) {
          // The browser fires it on its own hint, also where nothing answers: a page in sight looks by itself, and what
          // it says of the connection stays true (CL7).
          if ((data as { type?: unknown } | null)?.type === 'wake' && !isVisible())
            account()?.place?.online();
        },
        failed: (error) => deps.report('the worker did not register', error),
      });
    });
  return { worker: () => worker };
}
