/** Ids: v7 for what people make (time-ordered), v5 for what is derived and must exist once (MG12, MG13). */
import { v5, v7 } from 'uuid';

/** What an id needs from the world: the clock in epoch milliseconds and 16 random bytes. */
export interface Entropy {
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
}

export const newId = (entropy: Entropy): string =>
  v7({ msecs: entropy.now(), random: entropy.randomBytes(16) });

const NAMESPACE = '6f1d3f6e-6c0b-5a57-9f0b-8f6a1f3a2c10';
const derive = (...parts: readonly string[]): string => v5(parts.join('\n'), NAMESPACE);

/** A derived id may be created twice and is the same row (MG13). */
export const isDerivedId = (id: string): boolean => id[14] === '5';

export const nextTaskId = (taskId: string): string => derive('next', taskId);
/** The step of the next task that stands for this one's. */
export const nextStepId = (stepId: string): string => derive('next-step', stepId);
export const memberId = (workspaceId: string, accountId: string): string =>
  derive('member', workspaceId, accountId);
/** One conflict for a mutation's row and field, on every device the same. */
export const conflictId = (mutationId: string, rowId: string, field: string, accountId: string): string =>
  derive('conflict', mutationId, rowId, field, accountId);
/** One hold for a burst, named by the first mutation that it keeps. */
export const holdId = (mutationId: string): string => derive('hold', mutationId);
