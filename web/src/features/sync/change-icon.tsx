/** What was done, as a small picture beside its sentence. */
import type { ReactNode } from 'react';
import {
  BoardIcon,
  CalendarIcon,
  ChatIcon,
  CheckIcon,
  EditIcon,
  HashIcon,
  PlusIcon,
  RepeatIcon,
  RetryIcon,
  TrashIcon,
  UserIcon,
} from '../../ui/icons';
import type { ChangeWords } from './change-words';

/** @param name of the mutation, e.g. `task.complete` */
export function changeIcon(name: string, { deed, entity }: ChangeWords): ReactNode {
  if (name === 'task.complete') return <CheckIcon />;
  if (name === 'task.schedule') return <CalendarIcon />;
  if (name === 'task.assign') return <UserIcon />;
  if (name === 'task.label') return <HashIcon />;
  if (name === 'task.repeat') return <RepeatIcon />;
  if (deed === 'added') return entity === 'comment' ? <ChatIcon /> : <PlusIcon />;
  if (deed === 'deleted') return <TrashIcon />;
  if (deed === 'moved' || name === 'task.set_status') return <BoardIcon />;
  if (name === 'change.undo' || name === 'task.reopen' || name === 'task.put_back') return <RetryIcon />;
  return <EditIcon />;
}
