/** Changes in plain words, one to a line: waiting, or sent. */
import { ChangeLine } from '../../ui/change-line';
import { useWords } from '../../words/use-words';
import type { CentreLine } from './centre-query';
import { centreWords } from './centre-words';
import { changeIcon } from './change-icon';

export interface LineListProps {
  lines: readonly CentreLine[];
  /** Beside the time: the place, or who has it. */
  where: (line: CentreLine) => string;
  /** How many there are in all; what is not listed is counted. */
  count: number;
  time: (at: number) => string;
}

export function LineList({ lines, where, count, time }: LineListProps) {
  const t = useWords(centreWords);
  return (
    <ul className="rows">
      {lines.map((line) => (
        <ChangeLine
          key={line.mutationId}
          icon={changeIcon(line.name, line.words)}
          meta={`${time(line.at)} · ${where(line)}`}
        >
          {line.words.verb} <b>{line.words.subject}</b>
          {line.tail && ` ${line.tail}`}
          {line.words.entity !== 'task' && line.words.entity !== '' && line.words.more > 0
            ? ` ${t.andMore(line.words.more)}`
            : ''}
        </ChangeLine>
      ))}
      {count > lines.length && (
        <ChangeLine>
          <span className="meta">{t.andMore(count - lines.length)}</span>
        </ChangeLine>
      )}
    </ul>
  );
}
