/** A property of the open task: a button for those who may change it, words for those who may not. */
import type { ReactNode, RefObject } from 'react';
import { Property, PropertyButton, PropertyValue } from '../../ui/facts';
import type { MenuEntry } from '../../ui/menu';
import { MenuButton, PopoverButton, type TriggerProps } from '../../ui/menu-button';
import { useDirectory } from './directory';

export interface ValueProps {
  name: string;
  words: string;
  mark: ReactNode;
  unset?: boolean;
}

/** A button for those who may change it, words for those who may not. */
function Value({ name, words, mark, unset = false, trigger }: ValueProps & { trigger: TriggerProps }) {
  return (
    <PropertyButton {...trigger} label={`${name}: ${words}`} mark={mark} unset={unset}>
      {words}
    </PropertyButton>
  );
}

export function Choice({ entries, ...value }: ValueProps & { entries: () => readonly MenuEntry[] }) {
  const { mayWrite } = useDirectory();
  return (
    <Property name={value.name}>
      {mayWrite ? (
        <MenuButton
          label={value.name}
          entries={entries}
          trigger={(trigger) => <Value {...value} trigger={trigger} />}
        />
      ) : (
        <PropertyValue mark={value.mark}>{value.words}</PropertyValue>
      )}
    </Property>
  );
}

export interface ChooserProps extends ValueProps {
  initialFocus?: RefObject<HTMLElement | null>;
  children: (close: () => void) => ReactNode;
}

export function Chooser({ initialFocus, children, ...value }: ChooserProps) {
  const { mayWrite } = useDirectory();
  return (
    <Property name={value.name}>
      {mayWrite ? (
        <PopoverButton
          label={value.name}
          initialFocus={initialFocus}
          trigger={(trigger) => <Value {...value} trigger={trigger} />}
        >
          {children}
        </PopoverButton>
      ) : (
        <PropertyValue mark={value.mark}>{value.words}</PropertyValue>
      )}
    </Property>
  );
}
