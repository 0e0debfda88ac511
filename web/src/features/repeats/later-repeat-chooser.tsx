/** The choice of a repeat comes after the open task: it brings the library of rules along. */
import { laterPart } from '../../ui/later-part';

export const LaterRepeatChooser = laterPart(async () => (await import('./repeat-chooser')).RepeatChooser);
