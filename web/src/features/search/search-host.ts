/** The worker's side of search: opens the database that it is told to, and answers questions. One of it a page. */
import { HoldfastDatabase } from '../../db/db';
import { listAnswer, openCount } from './list-answer';
import { startSearchFeed } from './search-feed';
import { createSearchIndex } from './search-index';
import type { FromWorker, ToWorker } from './search-protocol';

export interface HostDeps {
  readonly now: () => number;
  readonly send: (message: FromWorker) => void;
}

/** Takes the page's messages. */
export function createSearchHost({ now, send }: HostDeps): (message: ToWorker) => void {
  const index = createSearchIndex();
  return (message) => {
    switch (message.kind) {
      case 'open':
        startSearchFeed({
          db: new HoldfastDatabase(message.database),
          workspaceId: message.workspaceId,
          index,
          changed: (state) => send({ kind: 'changed', state }),
          failed: () => send({ kind: 'failed' }),
        });
        return;
      case 'ask':
        return send({ kind: 'answer', id: message.id, answer: index.ask(message.question, now()) });
      case 'list':
        return send({
          kind: 'listed',
          id: message.id,
          answer: listAnswer(index.tasksThere(), message.question),
        });
      case 'count':
        send({ kind: 'counted', id: message.id, count: openCount(index.tasksThere(), message.question) });
    }
  };
}
