/** Beside the screens: the page looks as was chosen, here or in another tab, as soon as it is chosen. */
import { useEffect } from 'react';
import { useLiveKept } from '../../db/use-live';
import { showDensity } from '../../platform/density-attribute';
import { keepTheme, showTheme } from '../../platform/theme-attribute';
import { livePreference } from './preferences';

export function LooksKeeper() {
  const theme = useLiveKept(livePreference('theme'), []);
  const density = useLiveKept(livePreference('density'), []);
  const chosenTheme = theme.state === 'ready' ? theme.value : null;
  const chosenDensity = density.state === 'ready' ? density.value : null;
  useEffect(() => {
    if (chosenTheme === null) return;
    showTheme(chosenTheme);
    keepTheme(chosenTheme);
  }, [chosenTheme]);
  useEffect(() => {
    if (chosenDensity) showDensity(chosenDensity);
  }, [chosenDensity]);
  return null;
}
