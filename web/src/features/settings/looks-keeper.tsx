/**
 * Beside the screens: the page looks as was chosen, here or in another tab, as soon as it is chosen, and makes room for
 * the keyboard of a phone.
 */
import { useEffect } from 'react';
import type { Query } from '../../db/live';
import { useLiveKept } from '../../db/use-live';
import { keepLooks } from '../../platform/keep-looks';
import { watchKeyboard } from '../../platform/keyboard-room';
import { type Looks, showLooks } from '../../platform/looks';
import { DEFAULTS, livePreference } from './preferences';

const liveLooks: Query<Looks> = async (read) => {
  const [theme, density, narrow, hours, weekStart, view] = await Promise.all([
    livePreference('theme')(read),
    livePreference('density')(read),
    livePreference('narrowSidebar')(read),
    livePreference('hours')(read),
    livePreference('weekStart')(read),
    livePreference('firstView')(read),
  ]);
  return { theme, density, sidebar: narrow ? 'narrow' : 'wide', hours, weekStart, view };
};

const USUAL: { readonly [name: string]: string } = {
  theme: DEFAULTS.theme,
  density: DEFAULTS.density,
  sidebar: 'wide',
  hours: DEFAULTS.hours,
  weekStart: DEFAULTS.weekStart,
  view: DEFAULTS.firstView,
};

export function LooksKeeper() {
  const live = useLiveKept(liveLooks, []);
  const looks = live.state === 'ready' ? live.value : null;
  useEffect(() => {
    if (looks === null) return;
    showLooks(looks);
    keepLooks(Object.fromEntries(Object.entries(looks).filter(([name, value]) => value !== USUAL[name])));
  }, [looks]);
  useEffect(() => watchKeyboard(), []);
  return null;
}
