/**
 * A part of the app that comes in a chunk of its own: fetched when it is first wanted, or by `preload` beforehand, and
 * then shown at once. React's `lazy` would hold even a fetched part back for 300 ms, so that a stand-in does not
 * flash: here nothing stands in, unless it is given. What cannot be fetched is asked for again, and takes nothing else
 * off the screen.
 */
import { type ComponentType, type FunctionComponent, useEffect, useState } from 'react';
import { untilFetched } from './until-fetched';

export interface LaterPart<P> extends FunctionComponent<P> {
  readonly preload: () => Promise<void>;
}

/** @param Meanwhile stands there from the first moment until the part does: when it speaks is its own business */
export function laterPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Meanwhile?: ComponentType<P>,
): LaterPart<P> {
  let kept: ComponentType<P> | null = null;
  const preload = async () => {
    kept ??= await load();
  };
  function Part(props: P) {
    const [There, setThere] = useState(() => kept);
    useEffect(() => {
      if (There) return;
      let wanted = true;
      void untilFetched(preload, () => wanted).then(() => setThere(() => kept));
      return () => {
        wanted = false;
      };
    }, [There]);
    const Now = There ?? Meanwhile;
    return Now && <Now {...props} />;
  }
  return Object.assign(Part, { preload });
}
