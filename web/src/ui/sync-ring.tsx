/**
 * Where the changes are, as one of six shapes. The shape says it first, the colour second:
 * ring + check, ring + dot, arc (always a real fraction), broken ring, broken ring + dot, diamond.
 */
import { classNames } from './class-names';
import { Icon } from './icon';

export type SyncShape = 'everyone' | 'here' | 'going' | 'offline' | 'offline-here' | 'needs-you';

export interface SyncRingProps {
  shape: SyncShape;
  /** For `going`: how much has arrived, 0 to 1. */
  fraction?: number | undefined;
  label?: string | undefined;
  size?: 's' | 'm' | 'l' | undefined;
  className?: string | undefined;
}

export function SyncRing({ shape, fraction = 0, label, size, className }: SyncRingProps) {
  return (
    <Icon label={label} size={size} className={classNames(`sync-${shape}`, className)}>
      {shape === 'needs-you' ? <Diamond /> : <Circle shape={shape} fraction={fraction} />}
    </Icon>
  );
}

function Circle({ shape, fraction }: { shape: SyncShape; fraction: number }) {
  const broken = shape === 'offline' || shape === 'offline-here';
  const dotted = shape === 'here' || shape === 'offline-here';
  return (
    <>
      <circle
        cx="12"
        cy="12"
        r="8.5"
        className={shape === 'going' ? 'sync-track' : undefined}
        {...(broken ? { pathLength: 96, strokeDasharray: '6 6' } : {})}
      />
      {shape === 'everyone' && <path d="m8.3 12.3 2.6 2.6 4.9-5.3" />}
      {dotted && <circle cx="12" cy="12" r="2.6" fill="currentColor" stroke="none" />}
      {shape === 'going' && (
        <circle
          cx="12"
          cy="12"
          r="8.5"
          pathLength="100"
          strokeDasharray={`${Math.round(Math.min(1, Math.max(0, fraction)) * 100)} 100`}
          transform="rotate(-90 12 12)"
          strokeWidth="2.2"
        />
      )}
    </>
  );
}

function Diamond() {
  return (
    <path d="M10.6 3.9a2 2 0 0 1 2.8 0l6.7 6.7a2 2 0 0 1 0 2.8l-6.7 6.7a2 2 0 0 1-2.8 0l-6.7-6.7a2 2 0 0 1 0-2.8zM12 8.5v4M12 15.5h.01" />
  );
}
