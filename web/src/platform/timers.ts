/** One alarm at a time; setting it again moves it. */
export interface Alarm {
  set(inMs: number | null): void;
}

/** The longest delay that engines keep; a longer one rings early and is set again by whoever is asked. */
const LONGEST = 2_147_483_647;

export function createAlarm(ring: () => void): Alarm {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    set(inMs) {
      if (timer !== null) clearTimeout(timer);
      timer = inMs === null ? null : setTimeout(ring, Math.min(LONGEST, Math.max(0, inMs)));
    },
  };
}

export function every(ms: number, ring: () => void): () => void {
  const timer = setInterval(ring, ms);
  return () => clearInterval(timer);
}
