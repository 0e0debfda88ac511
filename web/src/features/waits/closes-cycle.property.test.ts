import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closesCycle } from './closes-cycle';

const SIZE = 7;
type Graph = readonly (readonly number[])[];

/** Everything that can be reached, the slow way. */
function reaches(graph: Graph, from: number, to: number): boolean {
  const on = new Set([from]);
  for (let round = 0; round < SIZE; round += 1)
    for (const node of [...on]) for (const next of graph[node] ?? []) on.add(next);
  return on.has(to);
}

describe('[MG14] a cycle of waiting', () => {
  it('is found whatever the graph, one that has a cycle already too', async () => {
    const node = fc.nat(SIZE - 1);
    const graph = fc.array(fc.array(node, { maxLength: 3 }), { minLength: SIZE, maxLength: SIZE });
    await fc.assert(
      fc.asyncProperty(graph, node, node, async (waits, task, other) => {
        const waitsOf = async (ids: readonly string[]) =>
          ids.map((id) => (waits[Number(id)] ?? []).map(String));
        expect(await closesCycle(String(task), String(other), waitsOf)).toBe(reaches(waits, other, task));
      }),
    );
  });
});
