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

function oneOf(boxes: readonly Item[], pick: number): Item {
  const box = boxes[pick % boxes.length];
  fc.pre(box !== undefined);
  return box as Item;
}

describe('pressing a check box', () => {
  it('turns that box and no other, by one character', () => {
    fc.assert(
      fc.property(text, fc.nat(), (before, pick) => {
        const boxes = boxesOf(before);
        const box = oneOf(boxes, pick);
        const at = boxes.indexOf(box);
        const after = toggledCheck(before, box.from);
        expect(after).toHaveLength(before.length);
        expect([...before].filter((char, n) => char !== [...after][n])).toHaveLength(1);
        expect(boxesOf(after)).toEqual(
          boxes.map((each, n) => (n === at ? { ...each, checked: !each.checked } : each)),
        );
      }),
    );
  });

  it('turns the box that was on the screen, wherever a line was written since', () => {
    fc.assert(
      fc.property(text, fc.nat(), line, fc.nat(), (seen, pick, parts, place) => {
        const from = oneOf(boxesOf(seen), pick).from;
        const written = parts.join('');
        // Which of two lines that read the same is the new one, nobody can say.
        fc.pre(!seen.split('\n').includes(written));
        const at = place % (seen.split('\n').length + 1);
        const now = (of: string) => of.split('\n').toSpliced(at, 0, written).join('\n');
        expect(toggledCheck(now(seen), from, seen)).toBe(now(toggledCheck(seen, from)));
      }),
    );
  });

  it('pressed again before the first press is painted, it is turned back', () => {
    fc.assert(
      fc.property(text, fc.nat(), (seen, pick) => {
        const { from, checked } = oneOf(boxesOf(seen), pick);
        const twice = toggledCheck(toggledCheck(seen, from), from, seen);
        expect(boxesOf(twice).find((box) => box.from === from)?.checked).toBe(checked);
      }),
    );
  });

  it('turns none where its line was taken away', () => {
    const seen = '- [ ] rope\n- [ ] shackles\n- [ ] tar';
    expect(toggledCheck('- [ ] rope\n- [ ] tar', 11, seen)).toBe('- [ ] rope\n- [ ] tar');
    expect(toggledCheck('- [ ] rope\n- [ ] tar', 24, seen)).toBe('- [ ] rope\n- [x] tar');
  });
});
