/** Offers to install once, quietly, after the second useful act; a "not now" sleeps 60 days (platform 8). */
import { useEffect, useRef, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { orNotStored } from '../../db/write-result';
import { PhoneIcon } from '../../ui/icons';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { livePreference, setPreference } from '../settings/preferences';
import { useAppState } from './app-state-context';
import { INSTALL_SLEEPS_MS } from './install-offer';
import { InstallSteps } from './install-steps';
import { liveUsefulActs } from './useful-acts';
import { installWords } from './words';

export function InstallHint() {
  const t = useWords(installWords);
  const { now, store, workspaceId } = useActionContext();
  const { install, askInstall } = useAppState();
  const { show } = useToasts();
  const acts = useLive(liveUsefulActs(workspaceId), [workspaceId], 'beside');
  const sleeps = useLive(livePreference('installSleepsUntil'), []);
  const [showing, setShowing] = useState(false);
  const offered = useRef(false);

  const ready =
    (install === 'offered' || install === 'by-hand') &&
    acts.state === 'ready' &&
    acts.value >= 2 &&
    sleeps.state === 'ready' &&
    now() >= sleeps.value;

  useEffect(() => {
    if (!ready || offered.current) return;
    offered.current = true;
    const sleep = () =>
      void orNotStored(() => setPreference(store, 'installSleepsUntil', now() + INSTALL_SLEEPS_MS));
    show({
      icon: <PhoneIcon />,
      text: t.onHomeScreen,
      detail: t.atOnce,
      action: {
        label: t.install,
        onPress: () => {
          if (install === 'by-hand') setShowing(true);
          else void askInstall().then((accepted) => accepted || sleep());
        },
      },
      stays: true,
      onDismiss: sleep,
    });
  }, [ready, install, askInstall, show, store, now, t]);

  return <InstallSteps open={showing} onClose={() => setShowing(false)} />;
}
