/** Changes in plain words, one to a line: waiting, or sent. */
import type { ReactNode } from 'react';
import { ChangeLine } from '../../ui/change-line';
import {
  BoardIcon,
  CalendarIcon,
  ChatIcon,
  CheckIcon,
  EditIcon,
  HashIcon,
  PlusIcon,
  RetryIcon,
  TrashIcon,
  UserIcon,
} from '../../ui/icons';
import type { CentreLine } from './centre-query';

export interface LineListProps {
  lines: readonly CentreLine[];
  /** Beside the time: the place, or who has it. */
  where: (line: CentreLine) => string;
  /** How many there are in all; what is not listed is counted. */
  count: number;
  time: (at: number) => string;
}

export function LineList({ lines, where, count, time }: LineListProps) {
  return (
    <ul className="rows">
      {lines.map((line) => (
        <ChangeLine key={line.mutationId} icon={iconOf(line)} meta={`${time(line.at)} · ${where(line)}`}>
          {line.words.verb} <b>{line.words.subject}</b>
          {line.tail && ` ${line.tail}`}
          {line.words.entity !== 'task' && line.words.entity !== '' && line.words.more > 0
            ? ` and ${line.words.more.toLocaleString('en')} more`
            : ''}
        </ChangeLine>
      ))}
      {count > lines.length && (
        <ChangeLine>
          <span className="meta">and {(count - lines.length).toLocaleString('en')} more</span>
        </ChangeLine>
      )}
    </ul>
  );
}

function iconOf({ name, words }: CentreLine): ReactNode {
  if (name === 'task.complete') return <CheckIcon />;
  if (name === 'task.schedule') return <CalendarIcon />;
  if (name === 'task.assign') return <UserIcon />;
  if (name === 'task.label') return <HashIcon />;
  if (words.verb === 'Added') return words.entity === 'comment' ? <ChatIcon /> : <PlusIcon />;
  if (words.verb === 'Deleted') return <TrashIcon />;
  if (words.verb === 'Moved' || name === 'task.set_status') return <BoardIcon />;
  if (name === 'change.undo' || name === 'task.reopen') return <RetryIcon />;
  return <EditIcon />;
}
