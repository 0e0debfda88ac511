/** Light, dark, or as the device has it. Kept on this device. */
import type { Theme } from '../../platform/theme-attribute';
import { Segmented } from '../../ui/segmented';
import { usePreference } from './use-preference';

export const THEME_WORDS: { readonly [theme in Theme]: string } = {
  system: 'Same as the device',
  light: 'Light',
  dark: 'Dark',
};

export function AppearanceChoice() {
  const [theme, setTheme] = usePreference('theme');
  return (
    <Segmented
      label="Appearance"
      value={theme}
      onValue={setTheme}
      wide
      segments={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: THEME_WORDS[value] }))}
    />
  );
}
