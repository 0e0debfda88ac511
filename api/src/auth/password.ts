/** Keeping and checking passwords: argon2id, 64 MiB, three passes; about a twelfth of a second, always. */
import { hash, verify } from '@node-rs/argon2';

const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

/** One spelling of what was typed, whatever keyboard it came from. */
const normal = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST);

let decoy: Promise<string> | undefined;

/** Takes as long where there is no such account (`stored` null), and says no. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await decoy), normal(password));
  return matches && stored !== null;
}
