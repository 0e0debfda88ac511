/** A new version is ready: said once, stays until it is answered, and nothing restarts by itself. */
import { useEffect } from 'react';
import { useAppState } from '../features/install/app-state-context';
import { RetryIcon } from '../ui/icons';
import { useToasts } from '../ui/toast';

export function UpdatePrompt() {
  const { update, acceptUpdate } = useAppState();
  const { show } = useToasts();
  useEffect(() => {
    if (update !== 'ready') return;
    return show({
      icon: <RetryIcon className="text-kelp" />,
      text: 'A new version is ready',
      detail: 'Nothing is lost.',
      stays: true,
      action: { label: 'Restart', onPress: acceptUpdate },
    });
  }, [update, acceptUpdate, show]);
  return null;
}
