/** A setting with a few values, one of them taken: its name, and the values beside or below it. */
import type { ReactNode } from 'react';
import { Segmented, type SegmentedProps } from '../../ui/segmented';

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
