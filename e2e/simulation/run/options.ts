/** What the command line asks for. */
export interface Options {
  readonly seeds: number | null;
  readonly seconds: number | null;
  readonly seed: number | null;
  readonly base: number;
  /** Fewer events than this are too few. */
  readonly leastEvents: number;
  readonly processes: number;
  /** How many of the seeds that fail are made shorter: the rest can be replayed. */
  readonly shrink: number;
  readonly trace: boolean;
  readonly postgres: boolean;
  /** A kind of fault that is left out. */
  readonly without: string | null;
}

export function readOptions(argv: readonly string[], randomBase: number): Options {
  const number = (name: string): number | null => {
    const at = argv.indexOf(`--${name}`);
    if (at < 0) return null;
    const value = Number(argv[at + 1]);
    if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} needs a whole number`);
    return value;
  };
  const [seeds, seed] = [number('seeds'), number('seed')];
  const seconds = number('seconds') ?? (seeds === null && seed === null ? 60 : null);
  return {
    seeds,
    seed,
    seconds,
    base: number('base') ?? randomBase,
    leastEvents: number('least-events') ?? 0,
    processes: number('processes') ?? 2,
    shrink: number('shrink') ?? 3,
    trace: argv.includes('--trace'),
    without: argv.includes('--without') ? (argv[argv.indexOf('--without') + 1] ?? null) : null,
    postgres: argv.includes('--postgres'),
  };
}
