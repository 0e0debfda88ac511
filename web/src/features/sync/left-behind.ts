/**
 * Own changes of a workspace that this person is no longer in: they cannot be sent any more, and stay on this device
 * to be saved as a file (CL8, H65).
 */
import type { Mutation } from '@holdfast/shared/sync/op';
import type { Query } from '../../db/live';
import type { LocalStore } from '../../db/local-store';
import { type Left, META } from '../../db/meta';
import { centreWords } from './centre-words';

export interface LeftBehind {
  readonly key: string;
  /** '' where it was never known here. */
  readonly workspaceName: string;
  readonly mutations: readonly Mutation[];
}

export const liveLeftBehind = (): Query<readonly LeftBehind[]> => async (read) =>
  (await read.metaUnder(META.leftAll)).map(({ key, value }) => {
    const { name, mutations } = value as Left;
    return { key, workspaceName: name, mutations };
  });

/** After it was saved as a file, or given up. */
export const forgetLeftBehind = (store: LocalStore, key: string): Promise<void> =>
  store.transaction('strict', (tx) => tx.deleteMeta(key));

/** "You are no longer in Harbour Studio. Your 4 unsent changes are in this file." */
export function leftWords({ workspaceName, mutations }: LeftBehind): string {
  const place = workspaceName === '' ? centreWords.get().aWorkspace : workspaceName;
  return centreWords.get().noLongerIn(mutations.length, { place });
}
