/** What people did, as they know it: one entry for each mutation that was saved on a device. */
import type { Json } from '@holdfast/shared/entities/fields';
import type { Device } from './device';

export interface Deed {
  readonly id: string;
  readonly device: Device;
  readonly accountId: string;
  readonly workspaceId: string;
  /** When it was done last, in true time; a fold is as late as its last tap. */
  at: number;
  /** When doing it began first. */
  readonly firstAt: number;
  /** Words that it put into a text and took out of one, as its author saw it. */
  readonly words: WordChange[];
  /** Went with the power: whether it has an effect is nobody's promise. */
  lost: boolean;
  /** Its author has thrown it away, or sent it anew under another id. */
  dismissed: boolean;
}

export interface WordChange {
  readonly workspaceId: string;
  readonly entity: string;
  readonly rowId: string;
  readonly field: string;
  readonly inserted: readonly string[];
  readonly removed: readonly string[];
  /**
   * From an editor that was open since before, or a refused change that is sent again as it was: what its own device
   * changed meanwhile gives way without a question.
   */
  readonly open?: boolean;
}

export type Done = Omit<Deed, 'lost' | 'dismissed' | 'words' | 'firstAt'> & {
  /** When doing it began, in true time. */
  readonly since: number;
};

export interface Journal {
  readonly deeds: ReadonlyMap<string, Deed>;
  /** Its author took it back before it was sent: it has no effect, and nobody needs to see it. */
  takeBack(id: string): void;
  note(deed: Done, words: readonly WordChange[]): Deed;
}

export function createJournal(): Journal {
  const deeds = new Map<string, Deed>();
  const takenBack = new Set<string>();
  return {
    deeds,
    takeBack(id) {
      takenBack.add(id);
      const deed = deeds.get(id);
      if (deed) deed.dismissed = true;
    },
    note({ since, ...deed }, words) {
      const before = deeds.get(deed.id);
      if (before) {
        before.at = deed.at;
        before.words.push(...words);
        return before;
      }
      const fresh: Deed = {
        ...deed,
        firstAt: since,
        words: [...words],
        lost: false,
        dismissed: takenBack.has(deed.id),
      };
      deeds.set(deed.id, fresh);
      return fresh;
    },
  };
}

/** Every word of the simulation is made once; a letter says in which workspace. */
export const WORD = /[oe]\d+w/g;
export const wordsIn = (text: Json | undefined): string[] =>
  typeof text === 'string' ? (text.match(WORD) ?? []) : [];
