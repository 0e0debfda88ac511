/**
 * A list of ids as rows, however long it is. A short one simply stands there; of a long one only the rows near the
 * screen exist. What makes that possible comes in a chunk of its own: until it is here, the first screens stand.
 */
import { lazy, type ReactNode, Suspense, startTransition, useEffect, useState } from 'react';
import { Rows } from '../../ui/row';
import { untilFetched } from '../../ui/until-fetched';

export interface LongRowsProps {
  label: string;
  ids: readonly string[];
  /** What scrolls; null until it stands. */
  scroller: HTMLElement | null;
  /** Give all of the placement to the Row. */
  row: (id: string, place: RowPlacement) => ReactNode;
  /** The indexes of the first and last row near the screen, after each change of them. */
  onNear?: ((first: number, last: number) => void) | undefined;
}

export interface RowPlacement {
  readonly index: number;
  readonly count: number;
  /** Its place among rows and headings, where several sections are one list. */
  readonly at?: number;
  readonly ref?: (element: HTMLLIElement | null) => void;
}

/** A list up to this long stands there whole. */
const short = 80;
/** More than a screen shows, painted first: each row too many costs a phone's first paint a millisecond. */
const first = 40;

const loadVirtualRows = async () => ({ default: (await import('./virtual-rows')).VirtualRows });
const VirtualRows = lazy(() => untilFetched(loadVirtualRows));

/** While the page is idle: a list that grows long then needs nothing from the network. */
export const preloadLongRows = loadVirtualRows;

export function LongRows(props: LongRowsProps) {
  if (props.ids.length <= short) return <ShortRows {...props} />;
  return (
    <Suspense fallback={<FirstRows {...props} />}>
      <VirtualRows {...props} />
    </Suspense>
  );
}

function ShortRows(props: LongRowsProps) {
  const [whole, setWhole] = useState(props.ids.length <= first);
  useEffect(() => startTransition(() => setWhole(true)), []);
  return <FirstRows {...props} most={whole ? short : first} />;
}

function FirstRows({ label, ids, row, most = first }: LongRowsProps & { most?: number }) {
  return (
    <Rows label={label}>{ids.slice(0, most).map((id, index) => row(id, { index, count: ids.length }))}</Rows>
  );
}
