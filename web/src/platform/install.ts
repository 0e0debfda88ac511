/**
 * The browser's offer to install, kept until a person asks for it. Never shown by itself; where there is no such
 * event (iOS), the screens explain the share sheet.
 */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

export type InstallOffer = 'installed' | 'offered' | 'by-hand' | 'none';

export interface Install {
  offer(): InstallOffer;
  subscribe(changed: () => void): () => void;
  /** From a click. `false`: dismissed, or nothing to ask. */
  ask(): Promise<boolean>;
}

export function createInstall(): Install {
  let kept: InstallPromptEvent | null = null;
  let installed = matchMedia('(display-mode: standalone)').matches;
  const listeners = new Set<() => void>();
  const say = () => {
    for (const listener of listeners) listener();
  };
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    kept = event as InstallPromptEvent;
    say();
  });
  addEventListener('appinstalled', () => {
    kept = null;
    installed = true;
    say();
  });
  // iOS alone has `standalone`, and no event.
  const byHand = 'standalone' in navigator;
  return {
    offer() {
      if (installed || (byHand && (navigator as Navigator & { standalone?: boolean }).standalone === true))
        return 'installed';
      return kept === null ? (byHand ? 'by-hand' : 'none') : 'offered';
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    async ask() {
      const event = kept;
      kept = null;
      say();
      return event !== null && (await event.prompt()).outcome === 'accepted';
    },
  };
}
