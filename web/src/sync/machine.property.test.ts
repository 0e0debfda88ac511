/** Laws of the machine under any sequence of answers and events, in a world with a virtual clock. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdle, step } from './machine';
import {
  type Answer,
  type Effect,
  type Flight,
  initialState,
  type Lane,
  type SyncEvent,
  type SyncState,
} from './machine-state';

type Without<T> = T extends unknown ? Omit<T, 'now' | 'roll'> : never;
type Nudge = Without<SyncEvent>;

const WORKSPACES = ['a', 'b', 'c'];
const LATENCY = 20;

/** An outbox for each workspace as a count; a request is answered by the script, then by a good server. */
class World {
  now = 0;
  state: SyncState = initialState(0);
  readonly outbox = new Map(WORKSPACES.map((id) => [id, 0]));
  readonly sentAt: number[] = [];
  private readonly due: { at: number; event: Nudge }[] = [];
  private wake: number | null = null;
  private readonly open = new Set<Lane>();
  private readonly answers: (lane: Lane, workspaceId: string, waiting: number) => Answer;
  private readonly roll: () => number;

  constructor(answers: World['answers'], roll: () => number) {
    this.answers = answers;
    this.roll = roll;
  }

  send(event: Nudge): void {
    const { state, effects } = step(this.state, { ...event, now: this.now, roll: this.roll() } as SyncEvent);
    this.state = state;
    for (const effect of effects) this.perform(effect);
  }

  write(id: string): void {
    this.outbox.set(id, (this.outbox.get(id) ?? 0) + 1);
    this.send({ kind: 'wrote', workspaceId: id });
  }

  /** Lets time pass; events of the world come at their moment. */
  run(until: number): void {
    for (;;) {
      this.due.sort((a, b) => a.at - b.at);
      const [next] = this.due;
      const at = Math.min(next?.at ?? Number.POSITIVE_INFINITY, this.wake ?? Number.POSITIVE_INFINITY);
      if (at > until) break;
      this.now = Math.max(this.now, at);
      if (next && next.at <= this.now) {
        this.due.shift();
        if (next.event.kind === 'answered') this.open.delete(next.event.lane);
        this.send(next.event);
      } else {
        this.wake = null;
        this.send({ kind: 'timer' });
      }
    }
    this.now = until;
  }

  private perform(effect: Effect): void {
    if (effect.kind === 'wake') this.wake = effect.at;
    else if (effect.kind === 'refresh') this.request('refresh', 'session', '');
    else if (effect.kind === 'push') this.request('push', 'push', effect.workspaceId, effect.limit);
    else if (effect.kind === 'pull') this.request('pull', effect.lane, effect.workspaceId);
    else if (effect.kind === 'digest') this.request('digest', 'other', effect.workspaceId);
    else if (effect.kind === 'renumber' || effect.kind === 'leave')
      this.due.push({
        at: this.now + 1,
        event: { kind: 'mended', workspaceId: effect.workspaceId, ok: true },
      });
  }

  private request(kind: Flight['kind'], lane: Lane, id: string, limit = 0): void {
    // Law: never two requests in flight in one lane.
    expect(this.open.has(lane), `two requests in lane ${lane}`).toBe(false);
    this.open.add(lane);
    const waiting = this.outbox.get(id) ?? 0;
    if (lane === 'push' && waiting === 0) {
      this.due.push({ at: this.now, event: { kind: 'answered', lane, answer: { kind: 'nothing' } } });
      return;
    }
    this.sentAt.push(this.now);
    const answer = worded(kind, this.answers(lane, id, waiting));
    // Only a good answer settles entries.
    let settled = answer;
    if (answer.kind === 'done' && lane === 'push') {
      const rest = answer.settled ? Math.max(0, waiting - limit) : waiting;
      this.outbox.set(id, rest);
      settled = { ...answer, waiting: rest };
    }
    const sent = lane === 'push' ? Math.min(waiting, limit) : 0;
    if (settled.kind === 'refused') settled = { ...settled, sent };
    this.due.push({ at: this.now + LATENCY, event: { kind: 'answered', lane, answer: settled } });
  }
}

/** A comparison has a verdict; a pull finds by itself that numbers are missing, and no status says so. */
function worded(kind: Flight['kind'], answer: Answer): Answer {
  if (kind === 'digest' && answer.kind === 'done')
    return { kind: 'compared', result: answer.more ? 'moved' : answer.reset ? 'differs' : 'same' };
  if (kind === 'pull' && answer.kind === 'refused' && answer.status === 409 && answer.code === 'gap')
    return { kind: 'misses-numbers' };
  return answer;
}

const good = (lane: Lane): Answer =>
  lane === 'session'
    ? { kind: 'refreshed' }
    : {
        kind: 'done',
        settled: true,
        moved: true,
        waiting: 0,
        more: false,
        version: 9,
        reset: false,
        refusedRows: false,
      };

const refusal = fc.record({
  kind: fc.constant('refused' as const),
  status: fc.constantFrom(400, 401, 403, 404, 408, 409, 413, 415, 426, 429, 500, 502, 503, 511),
  code: fc.constantFrom(
    'removed',
    'unknown_workspace',
    'device_forked',
    'gap',
    'bad_request',
    'internal',
    'behind',
  ),
  retryAfterMs: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 60_000 })),
  sent: fc.constant(0),
});
const bad: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 3, arbitrary: refusal },
  { weight: 2, arbitrary: fc.constant<Answer>({ kind: 'unreachable' }) },
  { weight: 1, arbitrary: fc.constant<Answer>({ kind: 'stuck' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('done' as const),
      settled: fc.constant(false),
      moved: fc.constant(false),
      waiting: fc.constant(0),
      more: fc.boolean(),
      version: fc.integer({ min: 0, max: 20 }),
      reset: fc.boolean(),
      refusedRows: fc.boolean(),
      older: fc.boolean(),
    }),
  },
);
/** A pull meets it too, where the server's rows lack numbers: renumbering may not help. */
const gap: Answer = { kind: 'refused', status: 409, code: 'gap', retryAfterMs: null, sent: 0 };
const nudge: fc.Arbitrary<Nudge> = fc.oneof(
  fc.constantFrom<Nudge>(
    { kind: 'online' },
    { kind: 'visible' },
    { kind: 'hidden' },
    { kind: 'tap' },
    { kind: 'silent' },
  ),
  fc.record({
    kind: fc.constant('changed' as const),
    workspaceId: fc.constantFrom(...WORKSPACES),
    version: fc.integer({ min: 0, max: 30 }),
  }),
  fc.constant<Nudge>({ kind: 'hello', heads: { a: 12, b: 3 } }),
);
const happening = fc.record({
  after: fc.integer({ min: 0, max: 20_000 }),
  what: fc.oneof(nudge, fc.constantFrom<{ write: string }>(...WORKSPACES.map((write) => ({ write })))),
});

function happen(world: World, events: readonly { after: number; what: Nudge | { write: string } }[]): void {
  for (const { after, what } of events) {
    world.run(world.now + after);
    if ('write' in what) world.write(what.write);
    else world.send(what);
  }
}

describe('the sync machine', () => {
  it('[CL4] [CL8] [H07] loses no entry to any answer, and heals: the outbox drains and the machine comes to rest', () => {
    void fc.assert(
      fc.property(
        fc.array(bad, { minLength: 1, maxLength: 30 }),
        fc.integer(),
        fc.array(happening, { maxLength: 25 }),
        (script, seed, events) => {
          let healed = false;
          const next = inTurn(script);
          const roll = dice(seed);
          const world = new World(
            (lane) => (healed ? good(lane) : lane === 'session' ? sessionAnswer(next()) : next()),
            roll,
          );
          world.send({ kind: 'workspaces', ids: WORKSPACES, active: 'a', digested: {} });
          happen(world, events);
          const written = events.filter(({ what }) => 'write' in what).length;
          // Bad answers settle nothing: everything written still waits.
          expect([...world.outbox.values()].reduce((a, b) => a + b, 0)).toBe(written);

          healed = true;
          world.send({ kind: 'hidden' });
          world.run(world.now + 3_600_000);
          if (world.state.session === 'out') world.send({ kind: 'signed-in' });
          world.run(world.now + 2 * 3_600_000);
          expect([...world.outbox.values()]).toEqual([0, 0, 0]);
          expect(isIdle(world.state)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[H56] makes no storm: bad answers are asked at most twice a second on average, whatever they say', () => {
    void fc.assert(
      fc.property(fc.array(bad, { minLength: 1, maxLength: 60 }), (script) => {
        const next = inTurn(script);
        const world = new World(
          (lane) => {
            const answer = next();
            return lane === 'session' ? sessionAnswer(answer) : answer;
          },
          // The dice of an average device.
          () => 0.5,
        );
        world.send({ kind: 'workspaces', ids: WORKSPACES, active: 'a', digested: {} });
        world.send({ kind: 'hidden' });
        for (const id of WORKSPACES) world.write(id);
        world.run(3_600_000);
        // Good answers mixed in close the breaker, so the worst scripts come near one a second; the bucket alone would
        // let 72,000 through.
        expect(world.sentAt.length).toBeLessThan(7_200);
      }),
      { numRuns: 200, examples: [[[gap]]] },
    );
  });

  it('[CL7] [CL8] in sight, a network that comes back without a word is found within 30 s; a Retry-After is kept', () => {
    const isLookedFor = (answer: Answer, seed: number) => {
      let healed = false;
      const world = new World((lane) => (healed ? good(lane) : answer), dice(seed));
      world.send({ kind: 'workspaces', ids: WORKSPACES, active: 'a', digested: {} });
      world.write('a');
      world.run(3_000_000);
      healed = true;
      const asked = world.sentAt.length;
      world.run(world.now + 30_000 + 2 * LATENCY);
      return { sent: world.outbox.get('a') === 0, asked };
    };
    const told: Answer = { kind: 'refused', status: 503, code: 'behind', retryAfterMs: 3_600_000, sent: 0 };
    void fc.assert(
      fc.property(fc.integer(), (seed) => {
        const away = isLookedFor({ kind: 'unreachable' }, seed);
        expect(away.sent).toBe(true);
        // No more than what a page in sight without a stream asks of a good server (ST4).
        expect(away.asked).toBeLessThan(3_000 / 5);
        expect(isLookedFor(told, seed)).toEqual({ sent: false, asked: 2 });
      }),
      { numRuns: 100 },
    );
  });

  it('[H56] makes no storm: a server that never answers is asked ever more rarely by a page out of sight', () => {
    const world = new World(
      () => ({ kind: 'unreachable' }),
      () => 0.5,
    );
    world.send({ kind: 'workspaces', ids: WORKSPACES, active: 'a', digested: {} });
    world.send({ kind: 'hidden' });
    world.run(3_600_000);
    expect(world.sentAt.length).toBeLessThan(60);
    expect(world.sentAt.length).toBeGreaterThan(20);
  });

  it('[H56] makes no storm: a server that always promises more is bounded by the bucket', () => {
    const world = new World(
      (lane) => ({ ...good(lane), more: true }) as Answer,
      () => 0.5,
    );
    world.send({ kind: 'workspaces', ids: WORKSPACES, active: 'a', digested: {} });
    world.run(60_000);
    expect(world.sentAt.length).toBeGreaterThan(500);
    expect(world.sentAt.length).toBeLessThanOrEqual(200 + 60_000 / 50 + 1);
  });

  it('[H56] 500 devices that lost the server come back spread: the busiest second is at most twice the mean', () => {
    const random = dice(42);
    const perSecond = new Map<number, number>();
    for (let device = 0; device < 500; device++) {
      const world = new World(() => ({ kind: 'unreachable' }), random);
      world.send({ kind: 'workspaces', ids: ['a'], active: 'a', digested: {} });
      world.send({ kind: 'hidden' });
      world.write('a');
      world.run(60_000);
      for (const at of world.sentAt) {
        const second = Math.floor(at / 1000);
        perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
      }
    }
    const later = Array.from({ length: 30 }, (_, n) => perSecond.get(n + 30) ?? 0);
    const mean = later.reduce((a, b) => a + b, 0) / later.length;
    expect(mean).toBeGreaterThan(5);
    expect(Math.max(...later)).toBeLessThanOrEqual(2 * mean);
  });
});

function sessionAnswer(answer: Answer): Answer {
  if (answer.kind === 'done') return { kind: 'refreshed' };
  if (answer.kind === 'stuck') return { kind: 'unreachable' };
  return answer;
}

/** The script over and over. */
function inTurn(script: readonly Answer[]): () => Answer {
  let at = 0;
  return () => script[at++ % script.length] as Answer;
}

function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}
