/**
 * What comes from elsewhere never moves what is under a finger or caret: while somebody is at the page, sections stay
 * as they are shown, and take their new order after a second of stillness. Their rows go on living in their places.
 */
import { useEffect, useRef, useState } from 'react';
import { actedHere, isStill, onceStill, watchStillness } from '../../platform/stillness';
import { type Section, toFlat } from './sections';

export function useUnmoved(sections: readonly Section[]): readonly Section[] {
  const [shown, setShown] = useState(sections);
  const latest = useRef(sections);
  latest.current = sections;
  useEffect(watchStillness, []);
  const waits = shown !== sections && !isStill() && !actedHere() && moves(toFlat(shown), toFlat(sections));
  if (shown !== sections && !waits) setShown(sections);
  useEffect(() => (waits ? onceStill(() => setShown(latest.current)) : undefined), [waits]);
  return waits ? shown : sections;
}

/** Something that is shown would change its place; what is added behind it moves nothing. */
export const moves = (before: readonly string[], after: readonly string[]): boolean =>
  before.some((id, at) => after[at] !== id);
