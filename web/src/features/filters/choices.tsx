/** What each kind of part can be, with names and marks; and parts with one choice more or less. */
import type { ReactNode } from 'react';
import { InboxIcon, UserIcon } from '../../ui/icons';
import { Pebble, PriorityMark, StatusMark } from '../../ui/marks';
import type { Directory } from '../tasks/directory';
import { hueOf } from '../tasks/hue-of';
import { priorityChoices } from '../tasks/priority-words';
import { statusChoices } from '../tasks/status-words';
import { dueWords, labelWords, personWords, projectWords } from './part-words';
import { DUE_WORDS, isUnknown, type KnownPart, type Part } from './query';
import type { filtersWords } from './words';

type Words = ReturnType<typeof filtersWords.get>;

export const KINDS = ['due', 'priority', 'project', 'label', 'person', 'status', 'text'] as const;
export type Kind = (typeof KINDS)[number];

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly icon?: ReactNode;
}

export const kindOf = (part: KnownPart): Kind => KINDS.find((kind) => kind in part) ?? 'text';

export function choicesOf(kind: Exclude<Kind, 'text'>, names: Directory, t: Words): readonly Choice[] {
  if (kind === 'due') return DUE_WORDS.map((value) => ({ value, label: dueWords(value, t) }));
  if (kind === 'priority')
    return priorityChoices.map(({ value, level, label }) => ({
      value: String(value),
      label,
      icon: <PriorityMark level={level} decorative />,
    }));
  if (kind === 'status')
    return statusChoices.map(({ value, shape, label }) => ({
      value,
      label,
      icon: <StatusMark status={shape} decorative />,
    }));
  if (kind === 'project')
    return [
      { value: '', label: projectWords('', names, t), icon: <InboxIcon /> },
      ...names.projects.map(({ id, name, color }) => ({
        value: id,
        label: name,
        icon: <Pebble hue={hueOf(color)} />,
      })),
    ];
  if (kind === 'label')
    return ['', ...names.labels.map(({ id }) => id)].map((value) => ({
      value,
      label: labelWords(value, names, t),
    }));
  const others = names.members.map((member) => member.accountId).filter((id) => id !== names.me);
  return ['me', '', ...others].map((value) => ({
    value,
    label: personWords(value, names, t),
    icon: <UserIcon />,
  }));
}

export function isChosen(part: KnownPart, value: string): boolean {
  if ('due' in part) return part.due === value;
  if ('text' in part) return part.text === value;
  return listOf(part).includes(value);
}

/** A part of that kind with these choices; of `due` and `text` it takes the first alone. */
function partOf(kind: Kind, values: readonly string[]): KnownPart {
  const [first = ''] = values;
  switch (kind) {
    case 'due':
      return { due: DUE_WORDS.find((word) => word === first) ?? 'any' };
    case 'text':
      return { text: first };
    case 'priority':
      return { priority: values.map(Number) };
    case 'project':
      return { project: [...values] };
    case 'label':
      return { label: [...values] };
    case 'person':
      return { person: [...values] };
    case 'status':
      return { status: [...values] };
  }
}

/** With the choice added or taken away; null once nothing is left of it. */
export function toggled(part: KnownPart, value: string): KnownPart | null {
  const not = part.not ? { not: part.not } : {};
  const kind = kindOf(part);
  if (kind === 'due' || kind === 'text') return { ...partOf(kind, [value]), ...not };
  const before = listOf(part);
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return after.length === 0 ? null : { ...partOf(kind, after), ...not };
}

/** The parts with one more choice: within the part of its kind where there is one, where that takes several. */
export function withChoice(parts: readonly Part[], kind: Kind, value: string): readonly Part[] {
  const at = parts.findIndex((part) => !isUnknown(part) && kind in part && !part.not);
  const there = parts[at];
  if (!there || isUnknown(there) || kind === 'text') return [...parts, partOf(kind, [value])];
  if (isChosen(there, value)) return parts;
  return parts.map((part, index) => (index === at ? (toggled(there, value) ?? part) : part));
}

/** What a part takes that can take several. */
function listOf(part: KnownPart): readonly string[] {
  if ('project' in part) return part.project;
  if ('label' in part) return part.label;
  if ('person' in part) return part.person;
  if ('priority' in part) return part.priority.map(String);
  return 'status' in part ? part.status : [];
}
