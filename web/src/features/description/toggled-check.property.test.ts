import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './parse-markdown';
import { toggledCheck } from './toggled-check';

interface Item {
  readonly from: number;
  readonly checked: boolean;
}

/** The check boxes of a text, in its order. */
function boxesOf(text: string): readonly Item[] {
  const found: Item[] = [];
  const look = (node: Nodes) => {
    if (node.type === 'listItem' && typeof node.checked === 'boolean')
      found.push({ from: node.position?.start.offset ?? 0, checked: node.checked });
    if ('children' in node) for (const child of node.children) look(child);
  };
  look(parseMarkdown(text));
  return found;
}

const line = fc.tuple(
  fc.constantFrom('', '  ', '    ', '> '),
  fc.constantFrom('- ', '* ', '1. ', ''),
  fc.constantFrom('[ ] ', '[x] ', '[X] ', '[\t] ', ''),
  fc.constantFrom('rope', '**rope**', 'a [link](https://example.org)', '`[ ]`', '[ ] twice', '中文 😀', ''),
);
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.map((parts) => parts.join('')).join('\n'));

describe('pressing a check box', () => {
  it('turns that box and no other, by one character', () => {
    fc.assert(
      fc.property(text, fc.nat(), (before, pick) => {
        const boxes = boxesOf(before);
        fc.pre(boxes.length > 0);
        const at = pick % boxes.length;
        const box = boxes[at];
        if (!box) return;
        const after = toggledCheck(before, box.from);
        expect(after).toHaveLength(before.length);
        expect([...before].filter((char, n) => char !== [...after][n])).toHaveLength(1);
        expect(boxesOf(after)).toEqual(
          boxes.map((each, n) => (n === at ? { ...each, checked: !each.checked } : each)),
        );
      }),
    );
  });
});
