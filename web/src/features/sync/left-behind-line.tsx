/** What could not be sent before its author left a workspace: to be saved as a file, or given up. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { saveFile } from '../../platform/save-file';
import { Button } from '../../ui/button';
import { ChangeLine } from '../../ui/change-line';
import { CopyIcon, DownloadIcon } from '../../ui/icons';
import { useWords } from '../../words/use-words';
import { centreWords } from './centre-words';
import { copyText as wordsIn } from './change-words';
import { DiscardDialog } from './discard-dialog';
import { forgetLeftBehind, type LeftBehind, leftWords } from './left-behind';

export function LeftBehindLine({ left, onCopy }: { left: LeftBehind; onCopy: (text: string) => void }) {
  const t = useWords(centreWords);
  const { store } = useActionContext();
  const [asking, setAsking] = useState(false);
  const words = left.mutations.map(wordsIn).filter(Boolean).join('\n\n');
  const forget = () => void forgetLeftBehind(store, left.key);
  return (
    <ChangeLine
      needsYou
      quote={words || undefined}
      actions={
        <>
          {words !== '' && (
            <Button icon={<CopyIcon />} onClick={() => onCopy(words)}>
              {t.copy}
            </Button>
          )}
          <Button
            icon={<DownloadIcon />}
            onClick={() => {
              const text = JSON.stringify({ format: 'holdfast-unsent', version: 1, ...left }, null, 1);
              saveFile('holdfast-unsent.json', new Blob([text], { type: 'application/json' }));
            }}
          >
            {t.saveFile}
          </Button>
          <Button kind="danger" onClick={() => setAsking(true)}>
            {t.discard}
          </Button>
          <DiscardDialog
            open={asking}
            question={t.discardThese}
            copies={words !== ''}
            onKeep={() => setAsking(false)}
            onDiscard={forget}
            onCopyAndDiscard={() => {
              onCopy(words);
              forget();
            }}
          />
        </>
      }
    >
      {leftWords(left)}
    </ChangeLine>
  );
}
