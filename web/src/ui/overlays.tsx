/**
 * The overlays as screens use them. Each is a thin stand-in whose real part is fetched when it first
 * opens, or by `preloadOverlays` while the page is idle.
 */
import type { DialogProps } from './dialog';
import type { MenuProps } from './menu';
import { overlay } from './overlay-loader';
import type { PopoverProps } from './popover';
import type { SheetProps } from './sheet';

/** From the bottom on a phone (drag down to close), over the list from 768 px. */
export const Sheet = overlay<SheetProps>(async () => (await import('./sheet')).Sheet);
/** A question or a form: from the bottom on a phone, in the middle from 768 px. */
export const Dialog = overlay<DialogProps>(async () => (await import('./dialog')).Dialog);
/** See MenuButton, which brings its own trigger. */
export const Menu = overlay<MenuProps>(async () => (await import('./menu')).Menu);
/** See PopoverButton. */
export const Popover = overlay<PopoverProps>(async () => (await import('./popover')).Popover);

/** Call when the page is idle: then the first menu opens without a wait, and works offline. */
export async function preloadOverlays(): Promise<void> {
  await Promise.all([Sheet.preload(), Dialog.preload(), Menu.preload(), Popover.preload()]);
}
