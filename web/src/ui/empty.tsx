/** A screen with nothing on it: a small line drawing, one fact, at most one action. */
import { createContext, type ReactNode, useContext } from 'react';
import { classNames } from './class-names';

export type EmptyArt = 'today' | 'inbox' | 'search' | 'project';

export interface EmptyProps {
  art: EmptyArt;
  title: string;
  fact: ReactNode;
  action?: ReactNode;
  /** It stands alone on the screen, so it starts lower. */
  page?: boolean | undefined;
  /** True whatever is still to come. */
  always?: boolean | undefined;
}

/** Rows are still to come: nothing that is empty says so before. Null as a rule. */
const Awaited = createContext<{ readonly title: string; readonly fact: string } | null>(null);
export const AwaitedProvider = Awaited.Provider;

export function Empty({ art, action, page = false, always = false, ...says }: EmptyProps) {
  const awaited = useContext(Awaited);
  const { title, fact } = always || awaited === null ? says : awaited;
  return (
    <div className={classNames('empty', page && 'empty-page')}>
      <svg className="empty-art" viewBox="0 0 96 96" aria-hidden="true">
        {drawings[art]}
      </svg>
      <h2 className="empty-title">{title}</h2>
      <p className="empty-fact">{fact}</p>
      {action}
    </div>
  );
}

const drawings: Record<EmptyArt, ReactNode> = {
  today: (
    <>
      <path d="M10 66h76" />
      <path className="k" d="M30 66a18 18 0 0 1 36 0" />
      <path d="M48 34v-8M26.5 44.5 21 39M69.5 44.5 75 39M22 76h18M52 76h28M36 85h24" />
    </>
  ),
  inbox: (
    <>
      <ellipse cx="47" cy="70" rx="27" ry="16" />
      <path
        className="k"
        d="M48 12v40M48 42c-2 8-9 12-16 15-5 2-8 6-9 12M48 42c2 8 9 12 16 15 5 2 8 6 9 12M48 46c-1 9-8 14-12 25M48 46c1 9 8 14 12 25"
      />
    </>
  ),
  search: (
    <>
      <circle cx="42" cy="42" r="24" />
      <path d="m60 60 22 22" />
      <path className="k" d="M33 44c0-5 5-8 10-7s9 4 8 9-6 7-11 6-7-4-7-8z" />
    </>
  ),
  project: (
    <>
      <circle cx="48" cy="48" r="34" strokeDasharray="5 6" />
      <path className="k" d="M36 58c0-5 6-8 12-7s11 3 11 8-5 8-12 8-11-4-11-9z" />
      <path d="M48 30v12M42 36h12" />
    </>
  ),
};
