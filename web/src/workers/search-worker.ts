/** The search worker of a page: its index lives here, and ends with it. */
import { createSearchHost } from '../features/search/search-host';
import type { FromWorker, ToWorker } from '../features/search/search-protocol';
import { now } from '../platform/entropy';
import { pagePort } from '../platform/page-port';

const page = pagePort<ToWorker, FromWorker>();
page.hear(createSearchHost({ now, send: page.send }));
