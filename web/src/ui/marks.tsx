/** Small marks that say one fact beside a name: project, priority, status, unsent, key. */
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words';
import { classNames } from './class-names';
import { Icon } from './icon';
import { SyncRing } from './sync-ring';
import { uiWords } from './words';

/** One of the six colours that projects and people wear. */
export type Hue = 1 | 2 | 3 | 4 | 5 | 6;

/** The same id gives the same hue on every device. */
export function hueFromId(id: string): Hue {
  // FNV-1a: spreads short and similar ids evenly.
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (((hash >>> 8) % 6) + 1) as Hue;
}

/** A project's colour; its name always stands beside it. */
export function Pebble({ hue, large = false }: { hue?: Hue | undefined; large?: boolean }) {
  return (
    <span className={classNames('pebble', hue && `hue-${hue}`, large && 'pebble-l')} aria-hidden="true" />
  );
}

/** On a row: this has changes that are saved only on this device. */
export function PendingMark() {
  const t = useWords(uiWords);
  const words = t.notSentYet;
  return <span className="pending" role="img" aria-label={words} title={words} />;
}

/** In the pending mark's place: a change of yours waits for your decision. */
export function NeedsYouMark() {
  const t = useWords(uiWords);
  return <SyncRing shape="needs-you" label={t.needsYou} className="needs-you" />;
}

/** The same shape at rest: there are two versions, and somebody else was asked. */
export function OthersDecideMark() {
  const t = useWords(uiWords);
  return <SyncRing shape="needs-you" label={t.twoVersions} className="others-decide" />;
}

export type Priority = 'urgent' | 'high' | 'normal' | 'low';

const priorityPaths: Record<Priority, string> = {
  urgent: 'M4.2 2.2v6M9.8 2.2v6',
  high: 'M7 2.2v6',
  normal: 'M3.5 7h7',
  low: 'm3.2 5.5 3.8 3.8 3.8-3.8',
};

/** Rows leave `normal` out; choosers show all four. `decorative` where the word stands beside it. */
export function PriorityMark({ level, decorative = false }: { level: Priority; decorative?: boolean }) {
  const t = useWords(uiWords);
  const dots = level === 'urgent' ? 'M4.2 11.8h.01M9.8 11.8h.01' : level === 'high' ? 'M7 11.8h.01' : null;
  const words = t[level];
  const said = decorative
    ? { 'aria-hidden': true as const }
    : { role: 'img', 'aria-label': t.priority({ words }), title: words };
  return (
    <span className={`prio prio-${level}`} {...said}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        <path d={priorityPaths[level]} />
        {dots && <path className="dot" d={dots} />}
      </svg>
    </span>
  );
}

export type Status = 'todo' | 'progress' | 'blocked' | 'done';

/** Open ring, half ring, ring with bar, filled check. */
export function StatusMark({ status, decorative = false }: { status: Status; decorative?: boolean }) {
  const t = useWords(uiWords);
  return (
    <Icon size="m" label={decorative ? undefined : t[status]} className={`status-${status}`}>
      <circle cx="12" cy="12" r="7.5" {...(status === 'done' ? { fill: 'currentColor' } : {})} />
      {status === 'progress' && <path d="M12 7.8a4.2 4.2 0 0 1 0 8.4z" fill="currentColor" strokeWidth="1" />}
      {status === 'blocked' && <path d="M8.5 12h7" />}
      {status === 'done' && <path d="m8.7 12.3 2.3 2.2 4.3-4.7" stroke="var(--paper)" />}
    </Icon>
  );
}

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="key">{children}</kbd>;
}
