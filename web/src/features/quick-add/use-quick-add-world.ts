/** What a typed line can name, and the moment by which its words are read: live, from this device. */
import { useMemo } from 'react';
import { languagesRead } from '../../platform/languages';
import { usePreference } from '../settings/use-preference';
import { useDirectory } from '../tasks/directory';
import { habitsOf } from './reading-habits';
import type { QuickAddWorld } from './understood';

export function useQuickAddWorld(): QuickAddWorld {
  const { projects, labels, members, today, now } = useDirectory();
  const [weekStart] = usePreference('weekStart');
  return useMemo(
    () => ({
      projects,
      labels,
      people: members.map(({ accountId, name }) => ({ id: accountId, name })),
      today,
      now,
      ...habitsOf(languagesRead(), weekStart),
    }),
    [projects, labels, members, today, now, weekStart],
  );
}
