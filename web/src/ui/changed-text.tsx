import { useWords } from '../words/use-words';
import { uiWords } from './words';

/**
 * What an edit did to a text: words that came are underlined, words that went are struck, for readers both are said.
 * Of what stood only the neighbourhood is shown.
 */
export interface ChangedRun {
  readonly text: string;
  readonly how: 'kept' | 'added' | 'removed';
}

export function ChangedText({ runs }: { runs: readonly ChangedRun[] }) {
  const t = useWords(uiWords);
  return (
    <p className="changed-text">
      {runs.map((run, at) => {
        const key = `${at} ${run.how}`;
        if (run.how === 'kept') return <span key={key}>{near(run.text, at > 0, at < runs.length - 1)}</span>;
        const Tag = run.how === 'added' ? 'ins' : 'del';
        return (
          <Tag key={key}>
            <span className="sr-only">{` ${t[run.how]} `}</span>
            {run.text}
          </Tag>
        );
      })}
    </p>
  );
}

/** Letters of what stood that are shown on each side of a change. */
const NEAR = 60;

function near(text: string, after: boolean, before: boolean): string {
  if (text.length <= NEAR * 2 + 10) return text;
  const head = after ? text.slice(0, NEAR).trimEnd() : '';
  const tail = before ? text.slice(-NEAR).trimStart() : '';
  return `${head} … ${tail}`.trim();
}
