import type { Choice } from '../commands/command';

/** What the palette was opened for: everything, or a choice. The tasks are those in hand when it was. */
export interface Finding {
  readonly choose: Choice | null;
  readonly taskIds: readonly string[];
}
