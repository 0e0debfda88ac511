/**
 * A command: what can be done, its name, its keys and when they count. One list of them (`commands.ts`) drives the key
 * handler, the palette and the sheet of keys.
 */
import type { Theme } from '../../platform/looks';
import type { commandWords } from './words';

export type CommandId = keyof ReturnType<typeof commandWords.get>;

/**
 * `anywhere` also in fields (with Ctrl or Command) · `outside-text` also in fields, but not where text is written ·
 * `page` outside of fields and dialogs · `tasks` the same, and there are tasks that it is about
 */
export type Where = 'anywhere' | 'outside-text' | 'page' | 'tasks';
export type CommandGroup = 'tasks' | 'move' | 'anywhere' | 'go' | 'looks';

export interface Command {
  readonly id: CommandId;
  readonly group: CommandGroup;
  readonly where: Where;
  /** `n`, `shift+arrowdown`, `mod+k`; `g t`: one after the other. The first is the one that is shown. */
  readonly keys: readonly string[];
  /** Changes something: not for those who may only look. */
  readonly writes?: boolean;
  /** A step on the page, which means nothing from the palette. */
  readonly onPageOnly?: boolean;
  /** Of what is there on a wide screen alone. */
  readonly wideOnly?: boolean;
  /** Answers whether there was anything to do; then the browser does nothing with the key. */
  readonly run: (world: CommandWorld) => boolean;
}

/** What is chosen for tasks, from a list in the palette. */
export type Choice = 'due' | 'priority' | 'assignee' | 'labels' | 'project';

/** What a command acts on and with. */
export interface CommandWorld {
  /** The tasks that it is about: the selected ones, the one in focus, or the open one. */
  readonly taskIds: readonly string[];
  readonly boardPath: string;
  readonly mayWrite: boolean;
  go(path: string): void;
  newTask(): void;
  find(): void;
  choose(what: Choice, taskIds: readonly string[]): void;
  help(): void;
  undo(): void;
  redo(): void;
  /** Closes what lies over the list; false where nothing does. */
  close(): boolean;
  moveFocus(by: 1 | -1): boolean;
  toggleSelected(): boolean;
  extendSelection(by: 1 | -1): boolean;
  selectAll(): boolean;
  toggleSidebar(): void;
  showTheme(theme: Theme): void;
  editTitle(id: string): void;
  complete(ids: readonly string[]): boolean;
  dueToday(ids: readonly string[]): void;
  remove(ids: readonly string[]): void;
  copyLink(id: string): void;
}
