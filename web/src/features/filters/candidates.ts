/**
 * Where the tasks that answer a question can lie: the stretches of local indexes that hold them all, as few rows as
 * the question allows. Pure.
 */
import { FACET, facetKey, NO_DAY, PRIORITY } from '@holdfast/shared/entities/task';
import type { Stretch } from '../../db/reader';
import { type Asking, daysOf, wantsClosed } from './matches';
import { type FilterQuery, isUnknown, type KnownPart } from './query';

export function candidatesOf(workspaceId: string, query: FilterQuery, asking: Asking): readonly Stretch[] {
  const known = query.parts.filter((part): part is KnownPart => !isUnknown(part));
  const everything = wantsClosed(query)
    ? [{ index: 'place', from: [workspaceId, 0] }]
    : (['person', 'maker'] as const).map((facet) => ({
        index: 'facet',
        from: [workspaceId, 0, FACET[facet]],
      }));
  const stretches = known.map((part) => stretchesOf(workspaceId, part, wantsClosed(query), asking));
  if (query.join === 'any')
    return stretches.every((each) => each !== null) ? stretches.flatMap((each) => each ?? []) : everything;
  const few = known
    .map((part, at) => ({ rank: rankOf(part), stretches: stretches[at] ?? null }))
    .flatMap(({ rank, stretches }) => (stretches === null ? [] : [{ rank, stretches }]))
    .sort((a, b) => a.rank - b.rank);
  const days = daysAsked(known, asking);
  const narrow = days && few.find((each) => each.stretches.every(endsWithDay));
  if (narrow) return narrow.stretches.map((stretch) => withinDays(stretch, days));
  return few[0]?.stretches ?? everything;
}

type Days = readonly [first: string | null, last: string | null];

function daysAsked(parts: readonly KnownPart[], { today }: Asking): Days | null {
  for (const part of parts)
    if ('due' in part && !part.not) return part.due === 'none' ? [NO_DAY, NO_DAY] : daysOf(part.due, today);
  return null;
}

/** The keys of one facet's value go on with the day. */
const endsWithDay = ({ index, from }: Stretch): boolean => index === 'facet' && from.length === FACET_PARTS;
const FACET_PARTS = facetKey('', 0, 'label', '').length;

const withinDays = ({ index, from }: Stretch, [first, last]: Days): Stretch => ({
  index,
  from: [...from, first ?? '0'],
  to: [...from, last ?? '9'],
});

/** How few tasks a part usually leaves: what is asked for first is the rarest. */
function rankOf(part: KnownPart): number {
  if ('status' in part) return 0;
  if ('label' in part) return 1;
  if ('due' in part) return 2;
  if ('project' in part) return 3;
  return 'priority' in part ? 4 : 5;
}

/** All tasks that a part finds; null: it could be any. */
function stretchesOf(
  workspaceId: string,
  part: KnownPart,
  closedToo: boolean,
  { today, me }: Asking,
): readonly Stretch[] | null {
  if (part.not || 'text' in part) return null;
  const ways = closedToo ? ([0, 1] as const) : ([0] as const);
  if ('label' in part)
    return part.label.includes('')
      ? null
      : part.label.flatMap((id) =>
          ways.map((closed) => ({ index: 'facet', from: facetKey(workspaceId, closed, 'label', id) })),
        );
  if ('project' in part)
    return part.project.flatMap((id) =>
      ways.map((closed) => ({ index: 'place', from: [workspaceId, 0, id, closed] })),
    );
  // The facets below know open tasks alone.
  if (closedToo) return null;
  if ('status' in part)
    return part.status.includes('todo')
      ? null
      : part.status.map((status) => ({ index: 'facet', from: facetKey(workspaceId, 0, 'status', status) }));
  if ('priority' in part)
    return part.priority.includes(PRIORITY.normal)
      ? null
      : part.priority.map((each) => ({
          index: 'facet',
          from: facetKey(workspaceId, 0, 'priority', String(each)),
        }));
  if ('person' in part)
    return part.person.map((each) =>
      each === ''
        ? { index: 'facet', from: [workspaceId, 0, FACET.maker] }
        : { index: 'facet', from: facetKey(workspaceId, 0, 'person', each === 'me' ? me : each) },
    );
  if (part.due === 'none') return null;
  const [from, to] = daysOf(part.due, today);
  return [{ index: 'due', from: [workspaceId, 0, 0, from ?? '0'], to: [workspaceId, 0, 0, to ?? '~'] }];
}
