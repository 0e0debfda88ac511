/**
 * Loaders of chunks that remember what they fetched and give it at once. A component that suspends even for a moment
 * is held back by React for 300 ms, so that what stands in for it does not flash; with this, a page that idle time has
 * fetched does not suspend the first time it is opened.
 */
type Loaders = { readonly [name: string]: () => Promise<unknown> };

export const keptChunks = <L extends Loaders>(loaders: L): L =>
  Object.fromEntries(Object.entries(loaders).map(([name, load]) => [name, kept(load)])) as unknown as L;

function kept<M>(load: () => Promise<M>): () => PromiseLike<M> {
  let there: { readonly chunk: M } | null = null;
  return () => {
    if (there) return atOnce(there.chunk);
    return load().then((chunk) => {
      there = { chunk };
      return chunk;
    });
  };
}

/** A promise calls back later even if it is settled; this does so while `then` runs. */
const atOnce = <M>(value: M): PromiseLike<M> =>
  // biome-ignore lint/suspicious/noThenProperty: a thenable is what it is
  ({ then: (done: (value: M) => unknown) => void done(value) }) as unknown as PromiseLike<M>;
