/** What lies over a list or a board while something is dragged comes after them. */
import { laterPart } from '../later-part';

export const DragLayer = laterPart(async () => (await import('./drag-layer')).DragLayer);
