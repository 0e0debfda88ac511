/** How far something real has come: a thin meter, and the small pie beside "1 of 11 done". */
import { classNames } from './class-names';

export interface MeterProps {
  /** What is measured, for readers: "Changes sent". */
  label: string;
  value: number;
  most: number;
  /** s 4 px, m 6 px, l 8 px */
  size?: 's' | 'm' | 'l' | undefined;
  /** kelp by default; tide for sending; quiet for storage */
  tone?: 'tide' | 'quiet' | undefined;
}

export function Meter({ label, value, most, size = 'm', tone }: MeterProps) {
  const share = fraction(value, most);
  return (
    <div
      className={classNames('meter', size !== 'm' && `meter-${size}`, tone && `hue-${tone}`)}
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={most}
    >
      <span className="meter-fill" style={{ width: `${share * 100}%` }} />
    </div>
  );
}

export interface ProgressProps {
  done: number;
  all: number;
  /** Such as "1 of 11 done". */
  words: string;
}

export function Progress({ done, all, words }: ProgressProps) {
  return (
    <span className="progress">
      <svg className="pie" viewBox="0 0 24 24" aria-hidden="true">
        <circle className="pie-track" cx="12" cy="12" r="9" />
        {done > 0 && (
          <circle
            className="pie-done"
            cx="12"
            cy="12"
            r="9"
            pathLength="100"
            strokeDasharray={`${Math.round(fraction(done, all) * 100)} 100`}
            transform="rotate(-90 12 12)"
          />
        )}
      </svg>
      {words}
    </span>
  );
}

function fraction(value: number, most: number): number {
  return most > 0 ? Math.min(1, Math.max(0, value / most)) : 0;
}
