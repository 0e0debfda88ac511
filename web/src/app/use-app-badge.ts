/** On the app's icon: what is open and due today, as beside Today; nothing once none is. */
import { useEffect } from 'react';
import { showAppBadge } from '../platform/app-badge';

/** `count`: null until it is known; the badge of before stands meanwhile. */
export function useAppBadge(count: number | null): void {
  useEffect(() => {
    if (count !== null) showAppBadge(count);
  }, [count]);
}
