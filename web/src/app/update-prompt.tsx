/** A new version is ready: said once, stays until it is answered, and nothing restarts by itself. */
import { useEffect } from 'react';
import { useAppState } from '../features/install/app-state-context';
import { RetryIcon } from '../ui/icons';
import { useToasts } from '../ui/toast';
import { useWords } from '../words/use-words';
import { appWords } from './words';

export function UpdatePrompt() {
  const t = useWords(appWords);
  const { update, acceptUpdate } = useAppState();
  const { show } = useToasts();
  useEffect(() => {
    if (update !== 'ready') return;
    const takeAway = show({
      icon: <RetryIcon className="text-kelp" />,
      text: t.newVersion,
      detail: t.nothingIsLost,
      stays: true,
      action: { label: t.restart, onPress: acceptUpdate },
    });
    return () => void takeAway();
  }, [update, acceptUpdate, show, t]);
  return null;
}
