/**
 * A script of its own before the entry's: while half a megabyte of that is compiled and run, the browser already opens
 * the small store that says whose database to open next. (On a start without a network this is 40 ms of 300.)
 */
import { isAt } from './platform/address';
import { openBrowserMarks } from './platform/browser-marks';

export const earlyMarks = openBrowserMarks();
// What goes wrong is met again by whoever reads.
void earlyMarks.read('session').catch(() => undefined);

// Whoever comes here for the first time: that page is fetched beside the entry, not after it.
if (isAt('/welcome')) void import('./features/welcome/welcome-page').catch(() => undefined);
