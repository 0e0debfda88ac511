/**
 * A script of its own before the entry's: while half a megabyte of that is compiled and run, the browser already opens
 * the small store that says whose database to open next. (On a start without a network this is 40 ms of 300.)
 */
import { openBrowserMarks } from './platform/browser-marks';

export const earlyMarks = openBrowserMarks();
// What goes wrong is met again by whoever reads.
void earlyMarks.read('session').catch(() => undefined);
