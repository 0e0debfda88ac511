/** What can be done with all that is selected: at the bottom, in place of the tab bar on a phone. */
import { type ReactNode, useRef } from 'react';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import {
  BangIcon,
  CalendarIcon,
  CheckIcon,
  CloseIcon,
  ForwardIcon,
  HashIcon,
  InboxIcon,
  TrashIcon,
  UserIcon,
} from '../../ui/icons';
import { LiveRegion } from '../../ui/live-region';
import { Pebble, PriorityMark } from '../../ui/marks';
import type { MenuEntry } from '../../ui/menu';
import { MenuButton, PopoverButton } from '../../ui/menu-button';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import { DueChooser } from '../tasks/due-chooser';
import { dayWords } from '../tasks/due-words';
import { hueOf } from '../tasks/hue-of';
import { priorityChoices } from '../tasks/priority-words';
import type { ManyChange } from './many-changes';
import { ManyLabels } from './many-labels';
import { selectableIds } from './order';
import { leaveSelection, selectAll, selectedIds } from './selection-moves';
import { useMany } from './use-many';
import { selectionWords } from './words';

export function SelectionBar({ count }: { count: number }) {
  const t = useWords(selectionWords);
  const act = useMany();
  const change: ChangeSelected = (how, said) => act(selectedIds(), how, said);
  const { members } = useDirectory();
  const all = selectableIds().length;
  const moves = useMoves(change);
  const assignees = useAssignees(change);
  const priorities = usePriorities(change);
  return (
    <section className="select-bar" aria-label={t.selection}>
      <div className="contents" role="toolbar" aria-label={t.selected(count)}>
        <div className="select-head">
          <IconButton label={t.leave} icon={<CloseIcon />} onClick={() => void leaveSelection()} />
          <span className="select-count num">{t.selected(count)}</span>
          {count < all && (
            <Button kind="text" size="head" onClick={() => void selectAll()}>
              {t.all(all)}
            </Button>
          )}
        </div>
        <div className="select-acts">
          <Due change={change} />
          <Choice label={t.move} icon={<ForwardIcon />} entries={moves} />
          <ManyLabels
            change={change}
            trigger={(props) => <IconButton {...props} label={t.labels} icon={<HashIcon />} />}
          />
          {members.length > 1 && <Choice label={t.assign} icon={<UserIcon />} entries={assignees} />}
          <Choice label={t.priority} icon={<BangIcon />} entries={priorities} />
          <IconButton
            label={t.complete}
            icon={<CheckIcon />}
            onClick={() => void change({ do: 'complete' }, t.completed)}
          />
          <IconButton
            label={t.delete}
            icon={<TrashIcon />}
            onClick={() => void change({ do: 'delete' }, t.deleted)}
          />
        </div>
        <LiveRegion quiet={1} text={t.selected(count)} />
      </div>
    </section>
  );
}

/** What is done with all of them, and how it is said. */
export type ChangeSelected = (change: ManyChange, said: (count: number) => string) => Promise<string | null>;

function Due({ change }: { change: ChangeSelected }) {
  const t = useWords(selectionWords);
  const { today } = useDirectory();
  const wanted = useRef<{ dueOn: string | null; dueTime: string | null } | null>(null);
  return (
    <PopoverButton
      label={t.schedule}
      trigger={(trigger) => <IconButton {...trigger} label={t.schedule} icon={<CalendarIcon />} />}
    >
      {(close) => (
        <DueChooser
          dueOn={today}
          dueTime={null}
          today={today}
          onChange={(dueOn, dueTime) => {
            wanted.current = { dueOn, dueTime };
          }}
          onDone={() => {
            close();
            const due = wanted.current;
            wanted.current = null;
            if (!due) return;
            void change({ do: 'schedule', ...due }, (count) =>
              due.dueOn === null ? t.undated(count) : t.dated(count, { day: dayWords(due.dueOn, today) }),
            );
          }}
        />
      )}
    </PopoverButton>
  );
}

function Choice({ label, icon, entries }: { label: string; icon: ReactNode; entries: () => MenuEntry[] }) {
  return (
    <MenuButton
      label={label}
      entries={entries}
      trigger={(trigger) => <IconButton {...trigger} label={label} icon={icon} />}
    />
  );
}

function useMoves(change: ChangeSelected): () => MenuEntry[] {
  const t = useWords(selectionWords);
  const { projects } = useDirectory();
  const to = (projectId: string | null, where: string) =>
    void change({ do: 'move', projectId }, (count) => t.movedTo(count, { where }));
  return () => [
    { label: t.inbox, icon: <InboxIcon />, onSelect: () => to(null, t.inbox) },
    ...projects.map((project) => ({
      label: project.name,
      icon: <Pebble hue={hueOf(project.color)} />,
      onSelect: () => to(project.id, project.name),
    })),
  ];
}

function useAssignees(change: ChangeSelected): () => MenuEntry[] {
  const t = useWords(selectionWords);
  const { members } = useDirectory();
  return () => [
    {
      label: t.nobody,
      icon: <UserIcon />,
      onSelect: () => void change({ do: 'assign', assigneeId: null }, t.unassigned),
    },
    ...members.map((member) => ({
      label: member.name,
      icon: <Avatar id={member.accountId} name={member.name} size="xs" decorative />,
      onSelect: () =>
        void change({ do: 'assign', assigneeId: member.accountId }, (count) =>
          t.assigned(count, { who: member.name }),
        ),
    })),
  ];
}

function usePriorities(change: ChangeSelected): () => MenuEntry[] {
  const t = useWords(selectionWords);
  return () =>
    priorityChoices.map(({ value, level, label }) => ({
      label,
      icon: <PriorityMark level={level} decorative />,
      onSelect: () =>
        void change({ do: 'priority', priority: value }, (count) =>
          t.prioritised(count, { priority: label }),
        ),
    }));
}
