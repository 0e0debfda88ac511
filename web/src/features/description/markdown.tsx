/**
 * A markdown tree as elements. Each kind of node has its element here; HTML in the text is shown as the text that it
 * is, links lead only where `safeLink` lets them, pictures of elsewhere are links: nothing is fetched by reading.
 */
import type { Nodes, Parents, Root } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { Fragment, memo, type ReactNode, useMemo } from 'react';
import { Check } from '../../ui/check';
import { useWords } from '../../words/use-words';
import { parseMarkdown } from './parse-markdown';
import { safeLink } from './safe-link';
import { descriptionWords } from './words';

export interface MarkdownProps {
  text: string;
  /** A check box was pressed; the item begins at this offset. Absent: nothing can be pressed. */
  onCheck?: ((itemStart: number) => Promise<string | null> | undefined) | undefined;
}

export const Markdown = memo(function Markdown({ text, onCheck }: MarkdownProps) {
  const t = useWords(descriptionWords);
  const tree = useMemo(() => parseMarkdown(text), [text]);
  const world: World = { onCheck, label: (words) => t.check({ words }), definitions: definitionsOf(tree) };
  return childrenOf(tree, world);
});

interface World {
  readonly onCheck: MarkdownProps['onCheck'];
  readonly label: (words: string) => string;
  readonly definitions: ReadonlyMap<string, string>;
}

/** `[words][name]` … `[name]: https://…` */
const definitionsOf = (tree: Root): ReadonlyMap<string, string> =>
  new Map(tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url]] : [])));

const childrenOf = (parent: Parents, world: World): ReactNode =>
  parent.children.map((node) => (
    <Fragment key={node.position?.start.offset}>{elementOf(node, world)}</Fragment>
  ));

function elementOf(node: Nodes, world: World): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{childrenOf(node, world)}</p>;
    case 'heading':
      return <p className="prose-head">{childrenOf(node, world)}</p>;
    case 'strong':
      return <strong>{childrenOf(node, world)}</strong>;
    case 'emphasis':
      return <em>{childrenOf(node, world)}</em>;
    case 'delete':
      return <del>{childrenOf(node, world)}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'blockquote':
      return <blockquote>{childrenOf(node, world)}</blockquote>;
    case 'list':
      return listOf(node, world);
    case 'listItem':
      return itemOf(node, world);
    case 'thematicBreak':
      return <hr />;
    case 'break':
      return <br />;
    case 'link':
      return linkOf(node.url, childrenOf(node, world));
    case 'linkReference':
      return linkOf(world.definitions.get(node.identifier) ?? '', childrenOf(node, world));
    case 'image':
      return linkOf(node.url, node.alt || node.url);
    case 'imageReference': {
      const url = world.definitions.get(node.identifier) ?? '';
      return linkOf(url, node.alt || url);
    }
    case 'text':
    case 'html':
      return node.value;
    default:
      return null;
  }
}

function listOf(node: Extract<Nodes, { type: 'list' }>, world: World): ReactNode {
  const items = childrenOf(node, world);
  return node.ordered ? <ol start={node.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
}

function itemOf(node: Extract<Nodes, { type: 'listItem' }>, world: World): ReactNode {
  if (typeof node.checked !== 'boolean') return <li>{childrenOf(node, world)}</li>;
  const from = node.position?.start.offset ?? 0;
  return (
    <li className="prose-task" data-done={node.checked || undefined}>
      <Check
        step
        checked={node.checked}
        label={world.label(wordsOf(node))}
        disabled={world.onCheck === undefined}
        onChange={() => world.onCheck?.(from)}
      />
      <div>{childrenOf(node, world)}</div>
    </li>
  );
}

function linkOf(url: string, children: ReactNode): ReactNode {
  const href = safeLink(url);
  if (href === null) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
