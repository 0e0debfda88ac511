/**
 * Search and commands in one list: on the Search page, and over any page from the keyboard. What is found comes from
 * the search worker; actions come from the one list of commands.
 */
import { type RefObject, useState } from 'react';
import { MarkedWords } from '../../features/search/marked-words';
import { matchName } from '../../features/search/name-match';
import { withRecent } from '../../features/search/recent-searches';
import { labelItem, projectItem, taskItem } from '../../features/search/search-items';
import { useAnswer, useAskAhead, useSearchState } from '../../features/search/use-answer';
import { searchWords } from '../../features/search/words';
import { usePreference } from '../../features/settings/use-preference';
import { useSync } from '../../features/sync/sync-context';
import { useDirectory } from '../../features/tasks/directory';
import { Avatar } from '../../ui/avatar';
import { ToggleChip } from '../../ui/chip';
import { Empty } from '../../ui/empty';
import { CloseIcon, FilterIcon, ForwardIcon, PlusIcon, RetryIcon } from '../../ui/icons';
import { Keys } from '../../ui/keys';
import { useMediaQuery, wideQuery } from '../../ui/media';
import { Palette, type PaletteGroup, type PaletteItem } from '../../ui/palette';
import { SyncRing } from '../../ui/sync-ring';
import { number } from '../../words/number';
import { useWords } from '../../words/use-words';
import type { Command, CommandWorld } from '../commands/command';
import { COMMANDS } from '../commands/commands';
import { commandWords, groupWords } from '../commands/words';
import { commandIcon } from './command-icon';
import { useNewTask } from './use-new-task';
import { useSaveSearch } from './use-save-search';
import { finderWords } from './words';

export interface FinderProps {
  world: CommandWorld;
  field: RefObject<HTMLInputElement | null>;
  /** How the tasks that commands are about are called; null where there are none. */
  about: string | null;
  /** Something was chosen: the palette goes. */
  onDone: () => void;
  end?: React.ReactNode;
}

/** Tasks at first: what else was found stays in sight. */
const FIRST = 6;
const MORE = 100;

export function Finder({ world, field, about, onDone, end }: FinderProps) {
  const t = useWords(searchWords);
  const own = useWords(finderWords);
  const directory = useDirectory();
  const sync = useSync();
  const state = useSearchState();
  const [recent, setRecent] = usePreference('recentSearches');
  const [words, setWords] = useState('');
  const [doneToo, setDoneToo] = useState(false);
  const [mine, setMine] = useState(false);
  const [limit, setLimit] = useState(FIRST);
  const addTask = useNewTask();
  const saveSearch = useSaveSearch();
  const question = { words, doneToo, me: mine ? directory.me : null, limit };
  const answered = useAnswer(question);
  const askAhead = useAskAhead();
  const commands = useCommandItems(words, world, onDone);

  const ask = (next: string) => {
    askAhead({ ...question, words: next, limit: FIRST });
    setWords(next);
    setLimit(FIRST);
  };
  const open = (path: string) => {
    setRecent(withRecent(recent, words));
    onDone();
    world.go(path);
  };
  const add = () => {
    onDone();
    addTask(words);
  };

  const self = directory.memberByAccount.get(directory.me);
  const face = self && <Avatar id={self.accountId} name={self.name} size="xs" decorative />;
  const items = { directory, inDescription: t.inDescription, onOpen: open };
  const groups: PaletteGroup[] = [];
  if (words.trim() === '') {
    if (recent.length > 0) groups.push({ key: 'recent', title: t.recent, items: recentItems() });
    groups.push(...commands);
  } else if (answered) {
    const { tasks, open: openCount, done, projects, labels } = answered.answer;
    const all = doneToo ? openCount + done : openCount;
    const hidden = all - tasks.length;
    if (tasks.length > 0)
      groups.push({
        key: 'tasks',
        title: t.tasks,
        count: number(all),
        items: [
          ...tasks.map((hit) => taskItem(hit, items)),
          ...(hidden > 0
            ? [{ key: 'more', mark: <ForwardIcon size="m" />, title: t.showMore(hidden), onChoose: showMore }]
            : []),
        ],
      });
    else if (done > 0 && !doneToo)
      groups.push({
        key: 'done',
        title: t.nothingOpen,
        items: [
          {
            key: 'done',
            mark: <ForwardIcon size="m" />,
            title: t.showDone(done),
            onChoose: () => setDoneToo(true),
          },
        ],
      });
    if (projects.length > 0)
      groups.push({
        key: 'projects',
        title: t.projects,
        items: projects.map((hit) => projectItem(hit, open)),
      });
    if (labels.length > 0)
      groups.push({ key: 'labels', title: t.labels, items: labels.map((hit) => labelItem(hit, open)) });
  }
  const found = groups.length > 0;
  if (words.trim() !== '') {
    const actions = commands.flatMap((group) => group.items);
    const adding: PaletteItem = {
      key: 'add',
      mark: <PlusIcon size="m" className="text-kelp" />,
      title: own.addTask({ words: words.trim() }),
      keys: ['mod+enter'],
      onChoose: add,
    };
    const saving: PaletteItem = {
      key: 'save',
      mark: <FilterIcon size="m" />,
      title: own.saveSearch,
      onChoose() {
        onDone();
        void saveSearch(words, mine, world.go);
      },
    };
    if (actions.length > 0 || (world.mayWrite && answered))
      groups.push({
        key: 'actions',
        title: own.actions,
        items: [...actions, ...(world.mayWrite ? [adding, saving] : [])],
      });
  }

  function showMore() {
    setLimit((was) => was + MORE);
  }

  function recentItems(): PaletteItem[] {
    return [
      ...recent.map((each) => ({
        key: `recent ${each}`,
        mark: <RetryIcon size="m" />,
        title: each,
        onChoose: () => ask(each),
      })),
      {
        key: 'forget',
        mark: <CloseIcon size="m" />,
        title: t.forget,
        onChoose: () => setRecent([]),
      },
    ];
  }

  return (
    <Palette
      label={t.search}
      placeholder={t.placeholder}
      clearLabel={t.clear}
      words={words}
      onWords={ask}
      field={field}
      groups={groups}
      end={end}
      onLeave={onDone}
      onCtrlEnter={world.mayWrite && words.trim() !== '' ? add : undefined}
      above={
        words.trim() === '' ? (
          about && <p className="text-meta text-ink-3">{about}</p>
        ) : (
          <>
            <ToggleChip on={!doneToo} onChange={() => setDoneToo(false)}>
              {t.open}
            </ToggleChip>
            <ToggleChip on={doneToo} onChange={setDoneToo}>
              {t.doneToo}
            </ToggleChip>
            <ToggleChip on={mine} onChange={setMine} icon={face}>
              {t.mine}
            </ToggleChip>
            {answered && !found && (
              <p className="w-full pt-3 text-ink-2" role="status">
                {t.nothing({ words: words.trim() })}. {t.searchedAll(tasksOf(state))}
              </p>
            )}
          </>
        )
      }
      empty={state.failed ? <Empty art="search" title={t.failed} fact="" /> : null}
      foot={
        <>
          {sync.offline && <SyncRing shape="offline" size="s" />}
          <span>{statementOf()}</span>
          <span className="pal-foot-keys">
            <Keys keys="arrowup" /> <Keys keys="arrowdown" /> {own.move} <Keys keys="enter" /> {own.openKey}
          </span>
        </>
      }
    />
  );

  function statementOf(): string {
    if (state.failed) return t.failed;
    if (!state.ready) return t.reading(state.tasks);
    return sync.offline ? t.searchingOffline(state.tasks) : t.searching(state.tasks);
  }
}

const tasksOf = (state: ReturnType<typeof useSearchState>): number => (state.failed ? 0 : state.tasks);

/** The commands that fit what is typed, in their groups: those for tasks only where there are some. */
function useCommandItems(words: string, world: CommandWorld, onDone: () => void): readonly PaletteGroup[] {
  const names = useWords(commandWords);
  const groups = useWords(groupWords);
  const wide = useMediaQuery(wideQuery);
  const byGroup = new Map<string, PaletteItem[]>();
  for (const command of COMMANDS) {
    if (!canRun(command, world) || (command.wideOnly && !wide)) continue;
    const title = matchName(names[command.id], words);
    if (title === null) continue;
    const items = byGroup.get(command.group) ?? [];
    byGroup.set(command.group, items);
    items.push({
      key: `command ${command.id}`,
      mark: commandIcon(command.id),
      title: <MarkedWords pieces={title} />,
      keys: command.keys.slice(0, 1),
      onChoose() {
        // First the palette goes and the focus comes back; a choice opens it again with its own list.
        onDone();
        command.run(world);
      },
    });
  }
  return [...byGroup].map(([group, items]) => ({
    key: group,
    title: groups[group as Command['group']],
    items,
  }));
}

const canRun = ({ onPageOnly, writes, where }: Command, world: CommandWorld): boolean =>
  !onPageOnly && (!writes || world.mayWrite) && (where !== 'tasks' || world.taskIds.length > 0);
