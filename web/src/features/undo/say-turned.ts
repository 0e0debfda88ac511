/** The words of an undo, with the names that this device knows. Fetched when the first is needed. */
import type { Turned } from '../../db/done';
import type { Reader } from '../../db/reader';
import { readNames } from '../sync/read-names';
import { type TurnedWords, turnedWords } from './turned-words';

export async function sayTurned(
  read: Reader,
  me: string,
  turned: Turned,
  today: string,
): Promise<TurnedWords> {
  const workspaceId = turned.entries[0]?.workspaceId ?? '';
  const rows = turned.entries.flatMap((entry) => entry.turn.map(({ entity, id }) => ({ entity, id })));
  const [{ nameOf }, others] = await Promise.all([
    readNames(read, workspaceId, rows),
    othersIn(read, workspaceId, me),
  ]);
  return turnedWords(turned, nameOf, others, today);
}

/** Who else may have changed something: a row's stamps tell the device, not the person. */
export async function othersIn(read: Reader, workspaceId: string, me: string): Promise<readonly string[]> {
  const members = await read.all('member', workspaceId);
  return members.filter((one) => one.accountId !== me && one.removedAt === null).map((one) => one.name);
}
