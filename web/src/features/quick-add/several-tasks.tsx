/** Several lines in the field: what each becomes, and the way to make one task of all. */
import { Button } from '../../ui/button';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import { dueWords } from '../tasks/due-words';
import type { NewTask } from './new-task';
import type { ParsedLine } from './parse-quick-add';
import type { Span } from './understood';
import { understoodWords } from './understood-words';
import { quickAddWords } from './words';

export interface Line {
  readonly start: number;
  readonly parsed: ParsedLine;
  readonly task: NewTask;
}

export interface SeveralTasksProps {
  lines: readonly Line[];
  onOne: () => void;
}

/** More are counted: a long list would push the button off a phone. */
const SHOWN = 6;

export function SeveralTasks({ lines, onOne }: SeveralTasksProps) {
  const t = useWords(quickAddWords);
  const { today } = useDirectory();
  const more = lines.length - SHOWN;
  return (
    <div className="several">
      <p className="several-head">
        {t.linesFound(lines.length)}
        <Button kind="text" onClick={onOne}>
          {t.oneInstead}
        </Button>
      </p>
      <ul className="several-lines">
        {lines.slice(0, SHOWN).map(({ start, parsed: { spans }, task }) => (
          <li key={start} className="several-line">
            <span className="several-ring" aria-hidden="true" />
            <span className="several-title">{task.title}</span>
            <span className="several-meta">{lineWords(spans, task, today).join(' · ')}</span>
          </li>
        ))}
        {more > 0 && <li className="several-more">{t.andMore(more)}</li>}
      </ul>
    </div>
  );
}

/** What was understood, and the day that it has from where it was opened. */
function lineWords(spans: readonly Span[], task: NewTask, today: string): readonly string[] {
  const said = spans.map((span) => understoodWords(span.means, { spans, task }, today));
  const saysWhen = spans.some(({ means }) => means.kind === 'when' || means.kind === 'repeat');
  return saysWhen || task.dueOn === null ? said : [...said, dueWords(task.dueOn, null, today)];
}
