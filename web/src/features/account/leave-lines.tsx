/** The ways out of this device, each a line: every one asks first whether it is safe to leave. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { LineButton } from '../../ui/line';
import { useWords } from '../../words/use-words';
import { SafeToLeave } from './safe-to-leave';
import { type Leaving, useSession } from './session-context';
import type { WayOut } from './ways-out';
import { accountWords } from './words';

export function LeaveLines() {
  const t = useWords(accountWords);
  const session = useSession();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const [way, setWay] = useState<WayOut>('sign-out');
  const ask = (next: WayOut) => () => {
    setWay(next);
    setAsking(true);
  };

  async function leave(leaving: Leaving): Promise<void> {
    if (way === 'clear') await session.clearDevice();
    else await session.signOut(leaving);
    go(way === 'switch' ? '/sign-in' : '/today', { replace: true });
  }

  return (
    <>
      {session.account && (
        <>
          <LineButton title={t.signOut} opens onPress={ask('sign-out')} />
          <LineButton title={t.signInAsSomebodyElse} opens onPress={ask('switch')} />
        </>
      )}
      <LineButton
        title={t.clearCopy}
        detail={session.account ? t.accountKeeps : t.nowhereElse}
        danger
        opens
        onPress={ask('clear')}
      />
      <SafeToLeave
        way={way}
        open={asking}
        onClose={() => setAsking(false)}
        onLeave={(leaving) => void leave(leaving)}
      />
    </>
  );
}
