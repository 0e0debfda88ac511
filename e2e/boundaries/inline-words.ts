/**
 * English that stands in the code of a screen instead of in a message file (decision 110). Pure: it gets a source and
 * says where. Words are what a person would read:
 *
 *  1 text between tags
 *  2 a string or template that begins with a capital and goes on in small letters, or holds two words side by side,
 *    wherever it stands: in an attribute, a table, a sentence that a function makes
 *
 * Not words: the messages themselves (what `words(…)` is called with), errors that are thrown and what is reported to
 * developers, names of classes, keys and modules, types.
 */
import { parseSync } from 'vite';

export interface InlineWords {
  readonly line: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** Attributes that nobody reads. */
const TECHNICAL = new Set(['className', 'style', 'd', 'rel', 'viewBox', 'sizes', 'allow', 'data-testid']);
/** What stands on keys, what a browser calls them, and the product's own name. */
const NAMES =
  /^(?:Holdfast|Enter|Escape|Esc|Tab|Space|Backspace|Del|Shift|Ctrl|Alt|Meta|Dead|Process|Unidentified|Arrow\w*|Page\w*)$/;
const CLASSES = /^[a-z0-9:[\]()/._%,#!-]+(?: [a-z0-9:[\]()/._%,#!-]+)*$/;

export function inlineWords(file: string, source: string): readonly InlineWords[] {
  const found: InlineWords[] = [];
  walk(parseSync(file, source).program as unknown, (node, text) =>
    found.push({
      line: source.slice(0, node.start).split('\n').length,
      text,
      start: node.start,
      end: node.end,
    }),
  );
  return found;
}

function walk(value: unknown, say: (node: Node, text: string) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, say);
    return;
  }
  if (!isNode(value) || isNoWords(value)) return;
  const text = textOf(value);
  if (text !== null && isWords(text, value.type === 'JSXText')) say(value, text);
  for (const [field, child] of Object.entries(value)) if (!isSilent(value, field)) walk(child, say);
}

/** The pieces of a template are one text. What is compared with, or names a field, is not shown. */
const isSilent = ({ type, computed, operator }: Node, field: string): boolean =>
  field === 'quasis' ||
  (type === 'BinaryExpression' && /^(?:[=!]==?|in)$/.test(String(operator))) ||
  (type === 'SwitchCase' && field === 'test') ||
  (type === 'Property' && field === 'key' && computed !== true);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function isNoWords(node: Node): boolean {
  if (/^(?:TS(?!AsExpression|SatisfiesExpression|NonNull|Instantiation)|Import)/.test(node.type)) return true;
  if (node.type === 'JSXAttribute') return TECHNICAL.has(nameOf(node.name));
  if (node.type === 'CallExpression') return /^(?:words|report)$/.test(calledOf(node.callee));
  return node.type === 'NewExpression' && /Error$/.test(nameOf(node.callee));
}

/** `words` of `words(…)`, `report` of `deps.report(…)`. */
const calledOf = (callee: unknown): string =>
  isNode(callee) && callee.type === 'MemberExpression' ? nameOf(callee.property) : nameOf(callee);

const nameOf = (node: unknown): string => (isNode(node) && typeof node.name === 'string' ? node.name : '');

function textOf(node: Node): string | null {
  if (node.type === 'JSXText') return String(node.value).trim();
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('…');
}

function isWords(text: string, betweenTags: boolean): boolean {
  if (NAMES.test(text)) return false;
  if (betweenTags) return /\p{L}{2}/u.test(text);
  const holdsTwo = /\p{L}{2,} \p{Ll}|\p{Ll} \p{L}{2,}/u.test(text);
  if (holdsTwo && CLASSES.test(text) && /[-:[(]/.test(text)) return false;
  return holdsTwo || /^\p{Lu}\p{Ll}+(?![\p{L}\p{N}_/-])/u.test(text) || /… \p{Ll}{2,}/u.test(text);
}
