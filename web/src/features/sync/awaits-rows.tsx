/**
 * Around the screens: while the account's rows come to this device for the first time, an empty list does not say that
 * it is empty.
 */
import { type ReactNode, useMemo } from 'react';
import { AwaitedProvider } from '../../ui/empty';
import { useWords } from '../../words/use-words';
import { awaitsWords } from './awaits-words';
import { useSync } from './sync-context';

export function AwaitsRows({ children }: { children: ReactNode }) {
  const t = useWords(awaitsWords);
  const { firstLoad, offline } = useSync();
  const awaited = useMemo(() => {
    if (!firstLoad) return null;
    return offline
      ? { title: t.notHereYetOffline, fact: t.comeWithSignal }
      : { title: t.notHereYet, fact: t.comeFromAccount };
  }, [firstLoad, offline, t]);
  return <AwaitedProvider value={awaited}>{children}</AwaitedProvider>;
}
