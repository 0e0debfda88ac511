/** A setting: its name, and beside or below it a few values of which one is taken, or a switch. */
import { type ReactNode, useId } from 'react';
import { Segmented, type SegmentedProps } from '../../ui/segmented';
import { Switch } from '../../ui/switch';

export interface ChoiceLineProps<T extends string> extends Omit<SegmentedProps<T>, 'wide'> {
  detail?: ReactNode;
}

export function ChoiceLine<T extends string>({ label, detail, ...choice }: ChoiceLineProps<T>) {
  return (
    <li className="setting">
      <span className="line-text">
        <span className="line-title">{label}</span>
        {detail && <span className="line-detail">{detail}</span>}
      </span>
      <Segmented label={label} {...choice} />
    </li>
  );
}

export interface SwitchLineProps {
  title: string;
  detail: ReactNode;
  on: boolean;
  onChange: (on: boolean) => void;
}

export function SwitchLine({ title, detail, on, onChange }: SwitchLineProps) {
  const name = useId();
  return (
    <li className="setting">
      <span className="line-text">
        <span id={name} className="line-title">
          {title}
        </span>
        <span className="line-detail">{detail}</span>
      </span>
      <Switch checked={on} labelledBy={name} onChange={onChange} />
    </li>
  );
}
