/** What `authenticate` found out about a request; handlers behind it read `c.get('session')`. */
export interface RequestSession {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Hono's environment of every slice. */
export type AppEnv = { Variables: { session: RequestSession } };
