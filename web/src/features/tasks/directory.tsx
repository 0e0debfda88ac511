/**
 * The names that rows and choosers show beside ids: projects, labels, people, and what day it is. One live copy
 * for the whole app, so that a row of ten thousand asks nobody.
 */

import type { Label } from '@holdfast/shared/entities/label';
import type { Member } from '@holdfast/shared/entities/member';
import type { Project } from '@holdfast/shared/entities/project';
import { createContext, useContext } from 'react';
import type { Hours } from '../../platform/clock';

export interface Directory {
  /** In the order that people gave; archived and deleted ones left out. */
  readonly projects: readonly Project[];
  readonly projectById: ReadonlyMap<string, Project>;
  readonly labels: readonly Label[];
  readonly labelById: ReadonlyMap<string, Label>;
  readonly members: readonly Member[];
  /** By account id, as assignees are. */
  readonly memberByAccount: ReadonlyMap<string, Member>;
  /** `YYYY-MM-DD` in the reader's own time zone. */
  readonly today: string;
  /** `HH:MM` now, by the minute. */
  readonly now: string;
  /** How times are written; another way is another directory, and paints what shows them. */
  readonly hours?: Hours;
  /** The account, or '' for a person without one. */
  readonly me: string;
  /** A viewer may look only. */
  readonly mayWrite: boolean;
}

const DirectoryContext = createContext<Directory | null>(null);
export const DirectoryProvider = DirectoryContext.Provider;

export function useDirectory(): Directory {
  const directory = useContext(DirectoryContext);
  if (!directory) throw new Error('useDirectory needs a DirectoryProvider above it');
  return directory;
}
