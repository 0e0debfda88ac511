/** A value for tasks, chosen from a list in the palette: when, which priority, whose, which labels, which project. */
import { newId } from '@holdfast/shared/sync/ids';
import { type RefObject, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { MarkedWords } from '../../features/search/marked-words';
import { matchName } from '../../features/search/name-match';
import { searchWords } from '../../features/search/words';
import type { ManyChange } from '../../features/selection/many-changes';
import { useMany } from '../../features/selection/use-many';
import { useDirectory } from '../../features/tasks/directory';
import { dayWords, dueWords } from '../../features/tasks/due-words';
import { hueOf } from '../../features/tasks/hue-of';
import { priorityChoices } from '../../features/tasks/priority-words';
import { liveTasks } from '../../features/tasks/queries';
import { Avatar } from '../../ui/avatar';
import { CalendarIcon, CheckIcon, CloseIcon, HashIcon, InboxIcon, PlusIcon, UserIcon } from '../../ui/icons';
import { Pebble, PriorityMark } from '../../ui/marks';
import { plusDays } from '../../ui/month';
import { Palette, type PaletteItem } from '../../ui/palette';
import { sayOf } from '../../ui/say';
import { useWords } from '../../words/use-words';
import type { Choice } from '../commands/command';
import { doneWords } from '../commands/words';
import { useWhenInWords } from './use-when-in-words';
import { finderWords } from './words';

export interface ChooserProps {
  what: Choice;
  taskIds: readonly string[];
  field: RefObject<HTMLInputElement | null>;
  about: string | null;
  onDone: () => void;
  end?: React.ReactNode;
}

interface Option {
  readonly key: string;
  readonly name: string;
  readonly mark: React.ReactNode;
  readonly chosen?: boolean | undefined;
  readonly change: ManyChange;
}

export function Chooser({ what, taskIds, field, about, onDone, end }: ChooserProps) {
  const own = useWords(finderWords);
  const t = useWords(searchWords);
  const done = useWords(doneWords);
  const act = useMany();
  const [words, setWords] = useState('');
  const { options, stays, other } = useOptions(what, taskIds, words);
  const items = options.flatMap((option): PaletteItem[] => {
    const title = matchName(option.name, words);
    return title === null ? [] : [itemOf(option, <MarkedWords pieces={title} />)];
  });
  if (other) items.push(itemOf(other, other.name));

  function itemOf({ key, mark, chosen, change }: Option, title: React.ReactNode): PaletteItem {
    return {
      key,
      mark,
      title,
      chosen,
      end: chosen ? <CheckIcon size="s" className="text-kelp" /> : undefined,
      onChoose() {
        void act(taskIds, change, (count, title) =>
          count === 1 ? sayOf(done.changed, title) : done.changedMany(count),
        );
        if (stays) setWords('');
        else onDone();
      },
    };
  }

  return (
    <Palette
      label={own[what]}
      placeholder={what === 'due' ? own.dueInWords : own[what]}
      clearLabel={t.clear}
      words={words}
      onWords={setWords}
      field={field}
      groups={[{ key: 'options', title: own[what], items }]}
      above={about && <p className="text-meta text-ink-3">{about}</p>}
      end={end}
      onLeave={onDone}
      empty={<p className="p-3 text-ink-3">{own.noneFits({ words })}</p>}
    />
  );
}

interface Options {
  readonly options: readonly Option[];
  /** Several can be taken, one after the other. */
  readonly stays: boolean;
  /** What is typed, as a value of its own. */
  readonly other: Option | null;
}

function useOptions(what: Choice, taskIds: readonly string[], words: string): Options {
  const own = useWords(finderWords);
  const { projects, labels, members, today } = useDirectory();
  const when = useWhenInWords(what === 'due' ? words : null);
  const ctx = useActionContext();
  const { workspaceId } = ctx;
  // Where the choice stays open, what was taken shows at once; elsewhere it is on its way out.
  const turn = what === 'labels' ? 'first' : 'beside';
  const live = useLive(liveTasks(workspaceId, taskIds), [workspaceId, taskIds.join()], turn);
  const tasks = live.state === 'ready' ? [...live.value.values()] : [];
  const all = (fits: (task: (typeof tasks)[number]) => boolean): boolean =>
    tasks.length > 0 && tasks.every(fits);

  const simple = (options: readonly Option[]): Options => ({ options, stays: false, other: null });
  switch (what) {
    case 'due': {
      const day = (dueOn: string | null, name: string): Option => ({
        key: `due ${dueOn}`,
        name,
        mark: dueOn === null ? <CloseIcon size="m" /> : <CalendarIcon size="m" />,
        chosen: all((task) => task.dueOn === dueOn),
        change: { do: 'schedule', dueOn, dueTime: null },
      });
      const said = when && { dueOn: when.dueOn ?? today, dueTime: when.dueTime };
      const soon = Array.from({ length: 15 }, (_, n) => plusDays(today, n));
      const options = [...soon.map((each) => day(each, dayWords(each, today))), day(null, own.noDate)];
      // "fri" is in the list already.
      const isListed = said?.dueTime === null && options.some(({ name }) => matchName(name, words) !== null);
      return {
        options,
        stays: false,
        other:
          !said || isListed
            ? null
            : {
                key: 'due-in-words',
                name: dueWords(said.dueOn, said.dueTime, today),
                mark: <CalendarIcon size="m" />,
                change: { do: 'schedule', ...said },
              },
      };
    }
    case 'priority':
      return simple(
        priorityChoices.map(({ value, level, label }) => ({
          key: `priority ${value}`,
          name: label,
          mark: <PriorityMark level={level} decorative />,
          chosen: all((task) => task.priority === value),
          change: { do: 'priority', priority: value },
        })),
      );
    case 'assignee': {
      const whose = (accountId: string | null, name: string): Option => ({
        key: `assignee ${accountId}`,
        name,
        mark:
          accountId === null ? (
            <UserIcon size="m" />
          ) : (
            <Avatar id={accountId} name={name} size="xs" decorative />
          ),
        chosen: all((task) => task.assigneeId === accountId),
        change: { do: 'assign', assigneeId: accountId },
      });
      return simple([
        whose(null, own.nobody),
        ...members.map((member) => whose(member.accountId, member.name)),
      ]);
    }
    case 'project': {
      const to = (projectId: string | null, name: string, mark: React.ReactNode): Option => ({
        key: `project ${projectId}`,
        name,
        mark,
        chosen: all((task) => task.projectId === projectId),
        change: { do: 'move', projectId },
      });
      return simple([
        to(null, own.inbox, <InboxIcon size="m" />),
        ...projects.map((project) =>
          to(project.id, project.name, <Pebble hue={hueOf(project.color)} large />),
        ),
      ]);
    }
    case 'labels': {
      const options = labels.map((label): Option => {
        const chosen = all((task) => task.labels.includes(label.id));
        return {
          key: `label ${label.id}`,
          name: label.name,
          mark: <HashIcon size="m" />,
          chosen,
          change: { do: 'label', id: label.id, on: !chosen },
        };
      });
      const name = words.trim().replace(/^#/u, '').slice(0, 100);
      const isKnown = labels.some((label) => label.name.toLowerCase() === name.toLowerCase());
      return {
        options,
        stays: true,
        other:
          name === '' || isKnown
            ? null
            : {
                key: 'new-label',
                name: own.newLabel({ name }),
                mark: <PlusIcon size="m" />,
                change: { do: 'label', id: newId(ctx), on: true, newName: name },
              },
      };
    }
  }
}
