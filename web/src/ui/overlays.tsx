/**
 * The overlays as screens use them. Each is a thin stand-in whose real part is fetched when it first
 * opens, or by `preloadOverlays` while the page is idle.
 */
import type { DialogProps } from './dialog';
import type { MenuProps } from './menu';
import { overlay } from './overlay-loader';
import type { PopoverProps } from './popover';
import type { SheetProps } from './sheet';

const loadSheet = async () => (await import('./sheet')).Sheet;
const loadDialog = async () => (await import('./dialog')).Dialog;
const loadMenu = async () => (await import('./menu')).Menu;
const loadPopover = async () => (await import('./popover')).Popover;

/** From the bottom on a phone (drag down to close), over the list from 768 px. */
export const Sheet = overlay<SheetProps>(loadSheet);
/** A question or a form: from the bottom on a phone, in the middle from 768 px. */
export const Dialog = overlay<DialogProps>(loadDialog);
/** See MenuButton, which brings its own trigger. */
export const Menu = overlay<MenuProps>(loadMenu);
/** See PopoverButton. */
export const Popover = overlay<PopoverProps>(loadPopover);

/** Call when the page is idle: then the first menu opens without a wait, and works offline. */
export async function preloadOverlays(): Promise<void> {
  await Promise.all([loadSheet(), loadDialog(), loadMenu(), loadPopover()]);
}
