/** What a typed line can mean: the words of quick add, as data. */

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The moment and the habits by which words like "tomorrow", "5/6" and "next week" are read. */
export interface Moment {
  /** `YYYY-MM-DD` in the reader's own time zone. */
  readonly today: string;
  /** `HH:MM` there. */
  readonly now: string;
  /** 0 is Sunday. */
  readonly weekStart: number;
  /** "5/6" is 5 June rather than 6 May. */
  readonly dayFirst: boolean;
}

export interface QuickAddWorld extends Moment {
  readonly projects: readonly Named[];
  readonly labels: readonly Named[];
  readonly people: readonly Named[];
}

export type PriorityWord = 'low' | 'normal' | 'high' | 'urgent';

export type Understood =
  | { readonly kind: 'project'; readonly id: string; readonly name: string }
  | { readonly kind: 'label'; readonly id: string; readonly name: string }
  | { readonly kind: 'new-label'; readonly name: string }
  | { readonly kind: 'new-project'; readonly name: string }
  | { readonly kind: 'priority'; readonly level: PriorityWord }
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | When
  | Repeat;

/** A day, a time of day, or both: never neither. */
export interface When {
  readonly kind: 'when';
  readonly dueOn: string | null;
  readonly dueTime: string | null;
}

export interface Repeat {
  readonly kind: 'repeat';
  /** An RRULE. */
  readonly recurrence: string;
  readonly repeatFrom: 'due' | 'completion';
  /** "every morning" says a time of day as well. */
  readonly dueTime: string | null;
}

/** A stretch of the line that was understood, by UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly means: Understood;
}

/** A stretch that means something by itself; an unsure one only where nothing but understood words follow. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly unsure: boolean;
  readonly means: When | Repeat;
}
