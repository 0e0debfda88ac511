/** What a write needs from the world; the composition root makes it once for each open database. */
import { type Entropy, newId } from '@holdfast/shared/sync/ids';
import type { Leaving } from './leaving';
import type { LocalStore } from './local-store';
import type { Reader } from './reader';

export interface WriteContext extends Entropy {
  readonly store: LocalStore;
  /** Whose database it is; '' without an account. */
  readonly accountId: string;
  /**
   * After a write is durable: whoever sends it may wake up. `leaving`: what reading the outbox would find now. The
   * database knows no network.
   */
  readonly onWrite: (workspaceId: string, leaving?: Leaving) => void;
  /** What is written now is sent at once: it is written frozen, which spares the sender its transactions (CL2). */
  readonly leavesAtOnce?: (workspaceId: string) => boolean;
  /** What is written through it belongs to one tap: one undo. */
  readonly group?: string;
}

/** What an action needs: the workspace on screen as well, and a look at what lies around a row. */
export interface ActionContext extends WriteContext {
  readonly workspaceId: string;
  readonly read: Pick<Reader, 'last' | 'row' | 'rows'>;
}

/** The same context for the actions of one tap. */
export const oneTap = <C extends WriteContext>(ctx: C): C => ({ ...ctx, group: newId(ctx) });
