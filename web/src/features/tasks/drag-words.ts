/** What a reader hears while something is in hand. */
import type { DragNews } from '../../ui/drag/use-drag';
import { words } from '../../words/language';
import { blanks } from '../../words/message';

export const dragWords = words('drag', {
  lifted: blanks('{title}: picked up from {where}, position {position} of {of}.'),
  over: blanks('{title}: over {where}, position {position} of {of}.'),
  dropped: blanks('{title}: dropped in {where}, position {position} of {of}.'),
  returned: blanks('{title}: back in {where}, position {position} of {of}.'),
});

/** "Order rope: over In progress, position 2 of 4." */
export function dragSays(news: DragNews, title: string): string {
  const t = dragWords.get();
  return t[news.what]({ title, where: news.groupLabel, position: news.position, of: news.of });
}
