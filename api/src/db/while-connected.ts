/** A transaction whose connection ends under it (porsager/postgres#1208). */
import { codeOf } from './error-code';

/** What the client's queries fail with once their connection is gone. */
const GONE = ['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

export const isGone = (error: unknown): boolean => GONE.includes(codeOf(error));

/**
 * Where the connection is gone, `begin` fails by itself. Told of it by the work as well, the client would send `rollback`
 * into a socket that is not there any more, and nobody could catch what comes of it: the process would end.
 */
export const whileConnected = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) =>
    isGone(error) ? new Promise<never>(() => undefined) : Promise.reject(error),
  );
