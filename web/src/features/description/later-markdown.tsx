/** Markdown comes after the open task: until it is here, the text stands as it was written. */
import { lazy, Suspense } from 'react';
import type { MarkdownProps } from './markdown';

const load = async () => ({ default: (await import('./markdown')).Markdown });
const Markdown = lazy(load);

/** Call when the page is idle. */
export const preloadMarkdown = async (): Promise<void> => void (await load());

export function LaterMarkdown(props: MarkdownProps) {
  return (
    <Suspense fallback={<p>{props.text}</p>}>
      <Markdown {...props} />
    </Suspense>
  );
}
