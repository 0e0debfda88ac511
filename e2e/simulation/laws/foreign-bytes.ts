/** Nothing of one workspace in any byte to another, and nothing at all to who is not in it. */
import type { Answered } from './answered';
import type { Laws } from './laws';

export interface ForeignBytesOptions {
  readonly laws: Laws;
  readonly workspaceIds: readonly [string, string];
  /** By the device's name: whether its person is in the workspace now. */
  readonly mayRead: (name: string, workspaceId: string) => boolean;
}

/** Every word of the simulation says by its first letter in which workspace it was typed. */
const WORDS = [/\bo\d+w\b/, /\be\d+w\b/] as const;
export const letterOf = (workspaceIds: readonly [string, string], workspaceId: string): 'o' | 'e' =>
  workspaceId === workspaceIds[0] ? 'o' : 'e';

export const createForeignBytes =
  ({ laws, workspaceIds, mayRead }: ForeignBytesOptions) =>
  ({ name, path, body, text }: Answered): void => {
    const asked = workspaceIds.find((id) => path.includes(id) || body?.includes(`"workspaceId":"${id}"`));
    if (asked === undefined) return;
    for (const [index, id] of workspaceIds.entries()) {
      const isForeign = id !== asked || !mayRead(name, id);
      if (isForeign && (WORDS[index]?.test(text) || text.includes(id)))
        laws.broken('no-foreign-byte', `${name} asked for ${asked} and got of ${id}`);
    }
  };
