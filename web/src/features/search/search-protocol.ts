/** What the page and the search worker say to each other. */
import type { ListAnswer, ListQuestion } from './list-answer';
import type { Piece } from './marked';

export interface SearchQuestion {
  readonly words: string;
  /** Done and cancelled tasks as well, behind the open ones. */
  readonly doneToo: boolean;
  /** Only what is assigned to this account, or to nobody and made by it; null: everyone's. */
  readonly me: string | null;
  /** How many tasks at most. */
  readonly limit: number;
}

export interface TaskHit {
  readonly id: string;
  readonly title: readonly Piece[];
  /** Around what was found in the description, where the title does not say it. */
  readonly snippet: readonly Piece[] | null;
  readonly status: string;
  readonly projectId: string | null;
  readonly dueOn: string | null;
  readonly dueTime: string | null;
  readonly assigneeId: string | null;
}

export interface NameHit {
  readonly id: string;
  readonly name: readonly Piece[];
  readonly color: string;
}

export interface SearchAnswer {
  readonly tasks: readonly TaskHit[];
  /** How many open ones there are in all, shown or not. */
  readonly open: number;
  /** And how many done ones, asked for or not. */
  readonly done: number;
  readonly projects: readonly NameHit[];
  readonly labels: readonly NameHit[];
}

export interface IndexState {
  /** Every task is in it. */
  readonly ready: boolean;
  /** Tasks so far. */
  readonly tasks: number;
}

export type ToWorker =
  | { readonly kind: 'open'; readonly database: string; readonly workspaceId: string }
  | { readonly kind: 'ask'; readonly id: number; readonly question: SearchQuestion }
  | { readonly kind: 'list' | 'count'; readonly id: number; readonly question: ListQuestion };

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: SearchAnswer }
  | { readonly kind: 'listed'; readonly id: number; readonly answer: ListAnswer }
  | { readonly kind: 'counted'; readonly id: number; readonly count: number }
  /** The index has moved on: what is on screen is asked again. */
  | { readonly kind: 'changed'; readonly state: IndexState }
  | { readonly kind: 'failed' };
