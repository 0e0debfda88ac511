/** In a list's place where the device could not read it: words and a way to try again, never an empty list (H47). */
import type { StorageFailure } from '../../db/storage-failure';
import { Button } from '../../ui/button';
import { AlertIcon } from '../../ui/icons';
import { useWords } from '../../words/use-words';
import { tasksWords } from './words';

const WHY = {
  full: 'full',
  dead: 'dead',
  blocked: 'blockedByTab',
  closed: 'closed',
  unavailable: 'unavailable',
} as const satisfies { readonly [trouble in StorageFailure['trouble']]: string };

export function ReadTrouble({ failure, onRetry }: { failure: StorageFailure; onRetry: () => void }) {
  const t = useWords(tasksWords);
  return (
    <div className="empty" role="alert">
      <AlertIcon size="l" className="text-ochre" />
      <h2 className="empty-title">{t.notRead}</h2>
      <p className="empty-fact">{t[WHY[failure.trouble]]}</p>
      <Button onClick={onRetry}>{t.tryAgain}</Button>
    </div>
  );
}
