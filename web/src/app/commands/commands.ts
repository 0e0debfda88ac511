/** Every command of the app, in the order that the sheet of keys shows them. */
import type { Choice, Command, CommandGroup, CommandId, CommandWorld } from './command';

const go = (id: CommandId, path: string | ((world: CommandWorld) => string), ...keys: string[]): Command => ({
  id,
  group: 'go',
  where: 'page',
  keys,
  run(world) {
    world.go(typeof path === 'string' ? path : path(world));
    return true;
  },
});

/** Does it, always. */
const always = (
  id: CommandId,
  group: CommandGroup,
  where: Command['where'],
  keys: readonly string[],
  act: (world: CommandWorld) => void,
  more: Partial<Command> = {},
): Command => ({
  id,
  group,
  where,
  keys,
  run(world) {
    act(world);
    return true;
  },
  ...more,
});

const onTasks = (id: CommandId, keys: readonly string[], act: (world: CommandWorld) => void): Command =>
  always(id, 'tasks', 'tasks', keys, act, { writes: true });

const choosing = (id: CommandId, what: Choice, key: string): Command =>
  onTasks(id, [key], (world) => world.choose(what, world.taskIds));

const step = (id: CommandId, keys: readonly string[], run: Command['run']): Command => ({
  id,
  group: 'move',
  where: 'page',
  keys,
  onPageOnly: true,
  run,
});

export const COMMANDS: readonly Command[] = [
  { ...onTasks('complete', ['space'], () => undefined), run: (world) => world.complete(world.taskIds) },
  {
    ...onTasks('editTitle', ['e'], () => undefined),
    run(world) {
      const [id] = world.taskIds;
      if (id === undefined || world.taskIds.length > 1) return false;
      world.editTitle(id);
      return true;
    },
  },
  choosing('schedule', 'due', 's'),
  onTasks('today', ['t'], (world) => world.dueToday(world.taskIds)),
  choosing('priority', 'priority', 'p'),
  choosing('assign', 'assignee', 'a'),
  choosing('labels', 'labels', 'l'),
  choosing('move', 'project', 'm'),
  {
    id: 'copyLink',
    group: 'tasks',
    where: 'tasks',
    keys: [],
    run(world) {
      const [id] = world.taskIds;
      if (id === undefined || world.taskIds.length > 1) return false;
      world.copyLink(id);
      return true;
    },
  },
  onTasks('remove', ['delete'], (world) => world.remove(world.taskIds)),

  step('select', ['x'], (world) => world.toggleSelected()),
  step('extendDown', ['shift+arrowdown'], (world) => world.extendSelection(1)),
  step('extendUp', ['shift+arrowup'], (world) => world.extendSelection(-1)),
  // The list or board under the focus hears it first.
  step('pickUp', ['mod+enter'], () => false),
  step('selectAll', ['mod+a'], (world) => world.selectAll()),

  step('next', ['j', 'arrowdown'], (world) => world.moveFocus(1)),
  step('previous', ['k', 'arrowup'], (world) => world.moveFocus(-1)),
  // The row is a link: the browser opens it.
  step('open', ['enter'], () => false),

  always('newTask', 'anywhere', 'page', ['n'], (world) => world.newTask(), { writes: true }),
  always('search', 'anywhere', 'anywhere', ['mod+k', '/'], (world) => world.find(), { onPageOnly: true }),
  always('help', 'anywhere', 'page', ['?'], (world) => world.help()),
  always('undo', 'anywhere', 'outside-text', ['mod+z'], (world) => world.undo(), { writes: true }),
  always('redo', 'anywhere', 'outside-text', ['mod+shift+z', 'mod+y'], (world) => world.redo(), {
    writes: true,
  }),
  always('sidebar', 'anywhere', 'page', ['['], (world) => world.toggleSidebar(), { wideOnly: true }),
  {
    id: 'close',
    group: 'anywhere',
    where: 'page',
    keys: ['escape'],
    onPageOnly: true,
    run: (world) => world.close(),
  },

  go('goToday', '/today', 'g t'),
  go('goInbox', '/inbox', 'g i'),
  go('goUpcoming', '/upcoming', 'g u'),
  go('goBoard', (world) => world.boardPath, 'g b'),
  go('goSync', '/sync', 'g s'),
  go('goProjects', '/projects', 'g p'),
  go('goAssigned', '/assigned', 'g a'),
  go('goMembers', '/members', 'g m'),
  go('goCompleted', '/completed'),
  go('goTrash', '/trash'),
  go('goSettings', '/settings', 'g e'),

  always('themeLight', 'looks', 'page', [], (world) => world.showTheme('light')),
  always('themeDark', 'looks', 'page', [], (world) => world.showTheme('dark')),
  always('themeSystem', 'looks', 'page', [], (world) => world.showTheme('system')),
];
