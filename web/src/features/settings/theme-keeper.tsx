/** Put once beside the screens: shows the theme that was chosen, once it is known. */
import { useEffect } from 'react';
import { useLiveKept } from '../../db/use-live';
import { showTheme } from '../../platform/theme-attribute';
import { livePreference } from './preferences';

export function ThemeKeeper() {
  const live = useLiveKept(livePreference('theme'), []);
  const theme = live.state === 'ready' ? live.value : null;
  useEffect(() => {
    if (theme) showTheme(theme);
  }, [theme]);
  return null;
}
