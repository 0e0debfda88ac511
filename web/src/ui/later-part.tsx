/**
 * A part of the app that comes in a chunk of its own: fetched when it is first wanted, or by `preload` beforehand, and
 * then shown at once. React's `lazy` would hold even a fetched part back for 300 ms, so that a stand-in does not
 * flash: here nothing stands in.
 */
import { type ComponentType, type FunctionComponent, useEffect, useState } from 'react';

export interface LaterPart<P> extends FunctionComponent<P> {
  readonly preload: () => Promise<void>;
}

export function laterPart<P extends object>(load: () => Promise<ComponentType<P>>): LaterPart<P> {
  let kept: ComponentType<P> | null = null;
  const preload = async () => {
    kept ??= await load();
  };
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each part, at module level
  function Part(props: P) {
    const [There, setThere] = useState(() => kept);
    useEffect(() => {
      if (There) return;
      // What cannot be fetched is thrown to the boundary above.
      const fail = (cause: unknown) => {
        throw cause;
      };
      preload().then(
        () => setThere(() => kept),
        (cause) => setThere(() => fail(cause)),
      );
    }, [There]);
    return There && <There {...props} />;
  }
  return Object.assign(Part, { preload });
}
