/** Changes in plain words, one to a line: waiting, or sent. */
import { ChangeLine } from '../../ui/change-line';
import { Say } from '../../ui/say';
import { useWords } from '../../words/use-words';
import type { CentreLine } from './centre-query';
import { centreWords } from './centre-words';
import { changeIcon } from './change-icon';
import { andMore } from './whole-words';

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
          <Say said={line.words.entity === 'task' ? line.said : andMore(line.said, line.words.more)} />
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
