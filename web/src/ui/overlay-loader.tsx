/**
 * Overlays come with the first one that opens, not with the page: Base UI stays out of the entry.
 * An overlay mounts when first opened and stays, so that it can close with its motion.
 */
import { type ComponentType, type RefObject, useLayoutEffect, useState } from 'react';
import { type LaterPart, laterPart } from './later-part';
import { catchTyping } from './type-ahead';

interface OverlayProps {
  open: boolean;
  initialFocus?: RefObject<HTMLElement | null> | undefined;
}

/** A component that loads itself when `open` first becomes true. Letters typed before its field is there wait for it. */
export function overlay<P extends OverlayProps>(load: () => Promise<ComponentType<P>>): LaterPart<P> {
  const Part = laterPart(load);
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each overlay, at module level
  function Overlay(props: P) {
    const [wanted, setWanted] = useState(props.open);
    if (props.open && !wanted) setWanted(true);
    const hasField = props.open && props.initialFocus !== undefined;
    useLayoutEffect(() => {
      if (hasField) catchTyping();
    }, [hasField]);
    return wanted && <Part {...props} />;
  }
  return Object.assign(Overlay, { preload: Part.preload });
}
