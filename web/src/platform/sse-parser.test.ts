import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSseParser } from './sse-parser';

const parsed = (chunks: readonly string[]) => {
  const events: [string, string][] = [];
  const parse = createSseParser((name, data) => events.push([name, data]));
  chunks.forEach(parse);
  return events;
};

it('[ST1] reads events; comments and unknown fields are none', () => {
  const text =
    ': heartbeat\n\nevent: hello\nid: 7\ndata: {"a":\ndata: 1}\n\ndata:x\r\n\r\nevent: changed\ndata: y\n\nevent: lost';
  expect(parsed([text])).toEqual([
    ['hello', '{"a":\n1}'],
    ['message', 'x'],
    ['changed', 'y'],
  ]);
});

it('[ST1] reads the same however the network cuts the text', () => {
  const text = 'event: a\r\ndata: 1\r\n\r\n: beat\r\revent: b\rdata: 2\r\rdata: 3\n\n';
  void fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
      const chunks: string[] = [];
      for (let at = 0, n = 0; at < text.length; n++) {
        const size = sizes[n % sizes.length] ?? 1;
        chunks.push(text.slice(at, at + size));
        at += size;
      }
      expect(parsed(chunks)).toEqual(parsed([text]));
    }),
  );
  expect(parsed([text])).toHaveLength(3);
});
