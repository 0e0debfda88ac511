/** The chips of quick add: what was understood, and what comes from where it was opened. */
import { Avatar } from '../../ui/avatar';
import { Chip } from '../../ui/chip';
import { CalendarIcon, HashIcon, RepeatIcon } from '../../ui/icons';
import { Pebble, PriorityMark, StatusMark } from '../../ui/marks';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import { dayWords, withinSentence } from '../tasks/due-words';
import { hueOf } from '../tasks/hue-of';
import { statusOf } from '../tasks/status-words';
import type { ParsedLine } from './parse-quick-add';
import type { QuickAddStart } from './quick-add-start';
import type { Span, Understood } from './understood';
import { understoodWords, type Whole } from './understood-words';
import { quickAddWords } from './words';

export interface UnderstoodChipProps {
  span: Span;
  /** The line that it is a part of. */
  line: Whole;
  onWords: () => void;
}

export function UnderstoodChip({ span, line, onWords }: UnderstoodChipProps) {
  const t = useWords(quickAddWords);
  const { today } = useDirectory();
  return (
    <Chip
      icon={<Mark means={span.means} />}
      onRemove={onWords}
      removeLabel={t.keepAsWords({ words: span.text })}
    >
      {understoodWords(span.means, line, today)}
    </Chip>
  );
}

function Mark({ means }: { means: Understood }) {
  const { projectById } = useDirectory();
  if (means.kind === 'project') return <Pebble hue={hueOf(projectById.get(means.id)?.color ?? '1')} />;
  if (means.kind === 'new-project') return <Pebble hue={hueOf('1')} />;
  if (means.kind === 'priority') return <PriorityMark level={means.level} decorative />;
  if (means.kind === 'person') return <Avatar id={means.id} name={means.name} size="xs" decorative />;
  if (means.kind === 'when') return <CalendarIcon />;
  if (means.kind === 'repeat') return <RepeatIcon />;
  return <HashIcon />;
}

export interface StartChipsProps {
  parsed: ParsedLine;
  start: QuickAddStart;
  onStart: (start: QuickAddStart) => void;
}

/** What the task gets from the list it was started on, where the line says nothing else. */
export function StartChips({ parsed, start, onStart }: StartChipsProps) {
  const t = useWords(quickAddWords);
  const { projectById, today } = useDirectory();
  const says = (...kinds: Understood['kind'][]) =>
    parsed.spans.some((span) => kinds.includes(span.means.kind));
  const project =
    start.projectId === null || says('project', 'new-project') ? undefined : projectById.get(start.projectId);
  const status = statusOf(start.status);
  const due = says('when', 'repeat') ? null : start.dueOn;
  return (
    <>
      {project && (
        <Chip
          icon={<Pebble hue={hueOf(project.color)} />}
          onRemove={() => onStart({ ...start, projectId: null })}
          removeLabel={t.notIn({ project: project.name })}
        >
          {project.name}
        </Chip>
      )}
      {start.status !== 'todo' && (
        <Chip
          icon={<StatusMark status={status.shape} decorative />}
          onRemove={() => onStart({ ...start, status: 'todo' })}
          removeLabel={t.notAs({ status: status.label })}
        >
          {status.label}
        </Chip>
      )}
      {due !== null && (
        <Chip
          icon={<CalendarIcon />}
          onRemove={() => onStart({ ...start, dueOn: null })}
          removeLabel={t.notDue({ day: withinSentence(dayWords(due, today)) })}
        >
          {dayWords(due, today)}
        </Chip>
      )}
    </>
  );
}
