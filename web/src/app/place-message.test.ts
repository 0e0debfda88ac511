import { describe, expect, it } from 'vitest';
import { noFacts } from '../sync/status-net';
import { type PlaceMessage, readPlaceMessage } from './place-message';

const said: readonly PlaceMessage[] = [
  { kind: 'ask-facts' },
  { kind: 'leader', message: { kind: 'beat' } },
  { kind: 'facts', facts: noFacts(5) },
  {
    kind: 'facts',
    facts: {
      ...noFacts(5),
      moving: { done: 1, total: 2, since: 3 },
      asOf: { w: 4 },
      unknown: ['v'],
      nextTryAt: 6,
    },
  },
  { kind: 'event', event: { kind: 'wrote', workspaceId: 'w' } },
  { kind: 'event', event: { kind: 'wrote', workspaceId: null } },
  { kind: 'event', event: { kind: 'tap' } },
  { kind: 'event', event: { kind: 'compare', workspaceId: 'w' } },
  { kind: 'event', event: { kind: 'workspaces', ids: ['w'], active: 'w', digested: {} } },
];

describe('what is heard from another tab', () => {
  it.each(said)('is taken as it was said: $kind', (message) => {
    expect(readPlaceMessage(structuredClone(message))).toEqual(message);
  });

  it.each([
    null,
    'tap',
    [],
    {},
    { kind: 'tomorrow' },
    { kind: 'leader' },
    { kind: 'leader', message: { kind: 'obey' } },
    { kind: 'event' },
    { kind: 'event', event: { kind: 'tomorrow' } },
    // Only the tab that syncs hears the server.
    { kind: 'event', event: { kind: 'answered', lane: 'push', answer: { kind: 'signed-out' } } },
    { kind: 'event', event: { kind: 'workspaces', ids: null, active: 'w', digested: {} } },
    { kind: 'facts' },
    { kind: 'facts', facts: { session: 'out' } },
    { kind: 'facts', facts: { ...noFacts(5), asOf: null } },
    { kind: 'facts', facts: { ...noFacts(5), moving: 3 } },
    { kind: 'facts', facts: { ...noFacts(5), unknown: [{}] } },
  ])('is nothing where it is junk, or of another build: %j', (junk) => {
    expect(readPlaceMessage(junk)).toBeNull();
  });
});
