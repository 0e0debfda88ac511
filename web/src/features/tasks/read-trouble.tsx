/** In a list's place where the device could not read it: words and a way to try again, never an empty list (H47). */
import type { StorageFailure } from '../../db/storage-failure';
import { Button } from '../../ui/button';
import { AlertIcon } from '../../ui/icons';

const words: { readonly [trouble in StorageFailure['trouble']]: string } = {
  full: 'This device is full, and its storage does not answer.',
  dead: 'The storage of this browser does not answer. Nothing is lost by that.',
  blocked: 'Another tab holds an older version open. Close it, then try again.',
  closed: 'A newer version is open in another tab. Reload this page to go on.',
  unavailable: 'This browser gives no storage here. In a private window that is usual.',
};

export function ReadTrouble({ failure, onRetry }: { failure: StorageFailure; onRetry: () => void }) {
  return (
    <div className="empty" role="alert">
      <AlertIcon size="l" className="text-ochre" />
      <h2 className="empty-title">Your tasks could not be read</h2>
      <p className="empty-fact">{words[failure.trouble]}</p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
