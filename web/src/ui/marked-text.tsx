import { useWords } from '../words/use-words';
import { uiWords } from './words';

/**
 * A text of two hands: whose words are whose differs by colour, by underline (solid yours, dotted theirs), and in
 * words for readers. Words that were taken out are struck.
 */
export interface MarkedRun {
  readonly text: string;
  readonly by: 'both' | 'yours' | 'other';
  readonly removed?: boolean | undefined;
}

export interface MarkedTextProps {
  runs: readonly MarkedRun[];
  /** Whose the other words are, for readers: "Ana’s". */
  other: string;
}

export function MarkedText({ runs, other }: MarkedTextProps) {
  const t = useWords(uiWords);
  const said = ({ by, removed }: MarkedRun): string => {
    if (by === 'yours') return removed ? t.removedYours : t.addedYours;
    return removed ? t.removedBy({ whose: other }) : t.addedBy({ whose: other });
  };
  return (
    <span className="two-hands">
      {runs.map((run, at) => {
        if (run.by === 'both') return <span key={keyOf(run, at)}>{shortened(run.text)}</span>;
        const Tag = run.removed ? 'del' : 'mark';
        return (
          <Tag key={keyOf(run, at)} className={`whose-${run.by}`}>
            <span className="sr-only">{` ${said(run)} `}</span>
            {run.text}
          </Tag>
        );
      })}
    </span>
  );
}

/** Runs have no identity but their place. */
const keyOf = (run: MarkedRun, at: number): string => `${at} ${run.by}`;

const LONG = 480;
const KEPT = 200;

/** Of a long text that both share the ends are enough: what is in question stands out of it. */
function shortened(text: string): string {
  if (text.length <= LONG) return text;
  return `${text.slice(0, KEPT).trimEnd()} … ${text.slice(-KEPT).trimStart()}`;
}
