/** A law that did not hold. `law` is its name, stable, by which a failing schedule is shrunk. */
export interface Violation {
  readonly law: string;
  readonly detail: string;
}

export interface Laws {
  /** Notes that a law was broken; the run ends after the event under way. */
  broken(law: string, detail: string): void;
  readonly first: () => Violation | null;
}

export function createLaws(): Laws {
  let first: Violation | null = null;
  return {
    broken(law, detail) {
      first ??= { law, detail };
    },
    first: () => first,
  };
}
