/** The chips of quick add: what was understood, and what comes from where it was opened. */
import { Avatar } from '../../ui/avatar';
import { Chip } from '../../ui/chip';
import { CalendarIcon, HashIcon } from '../../ui/icons';
import { Pebble, PriorityMark } from '../../ui/marks';
import { useDirectory } from '../tasks/directory';
import { dayWords } from '../tasks/due-words';
import { hueOf } from '../tasks/hue-of';
import type { ParsedLine, Span, Understood } from './parse-quick-add';
import type { QuickAddStart } from './quick-add-start';

const priorityWords = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' } as const;

export function UnderstoodChip({ span, onWords }: { span: Span; onWords: () => void }) {
  return (
    <Chip icon={<Mark means={span.means} />} onRemove={onWords} removeLabel={`Keep “${span.text}” as words`}>
      <Words means={span.means} />
    </Chip>
  );
}

function Mark({ means }: { means: Understood }) {
  const { projectById } = useDirectory();
  if (means.kind === 'project') return <Pebble hue={hueOf(projectById.get(means.id)?.color ?? '1')} />;
  if (means.kind === 'new-project') return <Pebble hue={hueOf('1')} />;
  if (means.kind === 'priority') return <PriorityMark level={means.level} decorative />;
  if (means.kind === 'person') return <Avatar id={means.id} name={means.name} size="xs" decorative />;
  if (means.kind === 'day' || means.kind === 'time') return <CalendarIcon />;
  return <HashIcon />;
}

function Words({ means }: { means: Understood }) {
  const { today } = useDirectory();
  if (means.kind === 'new-project') return `New project ${means.name}`;
  if (means.kind === 'new-label') return `New label ${means.name}`;
  if (means.kind === 'priority') return priorityWords[means.level];
  if (means.kind === 'day') return dayWords(means.dueOn, today);
  if (means.kind === 'time') return means.dueTime;
  return means.name;
}

export interface StartChipsProps {
  parsed: ParsedLine;
  start: QuickAddStart;
  onStart: (start: QuickAddStart) => void;
}

/** What the task gets from the list it was started on, where the line says nothing else. */
export function StartChips({ parsed, start, onStart }: StartChipsProps) {
  const { projectById, today } = useDirectory();
  const says = (kind: Understood['kind']) => parsed.spans.some((span) => span.means.kind === kind);
  const project =
    start.projectId === null || says('project') || says('new-project')
      ? undefined
      : projectById.get(start.projectId);
  const due = says('day') ? null : start.dueOn;
  return (
    <>
      {project && (
        <Chip
          icon={<Pebble hue={hueOf(project.color)} />}
          onRemove={() => onStart({ ...start, projectId: null })}
          removeLabel={`Not in ${project.name}`}
        >
          {project.name}
        </Chip>
      )}
      {due !== null && (
        <Chip
          icon={<CalendarIcon />}
          onRemove={() => onStart({ ...start, dueOn: null })}
          removeLabel={`Not due ${dayWords(due, today).toLowerCase()}`}
        >
          {dayWords(due, today)}
        </Chip>
      )}
    </>
  );
}
