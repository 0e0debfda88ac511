/** One thing that was turned down: why, the person's own words, and what can be done. */
import { useState } from 'react';
import { Button } from '../../ui/button';
import { ChangeLine } from '../../ui/change-line';
import { CopyIcon, EditIcon, RetryIcon } from '../../ui/icons';
import { Say } from '../../ui/say';
import { useWords } from '../../words/use-words';
import type { Edited } from './actions';
import { centreWords } from './centre-words';
import { DiscardDialog } from './discard-dialog';
import { EditRefusedDialog } from './edit-refused-dialog';
import { editableTexts } from './editable-texts';
import type { NeedsYouGroup } from './needs-you';
import { discardQuestion, refusalLead, refusalReason } from './refusal-words';

export interface RefusalLineProps {
  group: NeedsYouGroup;
  workspaceName: string;
  /** Retry and Edit only for those who may change things there. */
  mayWrite: boolean;
  /** Null: it waits again; words if it could not be stored. */
  onRetry: (edited: Edited) => Promise<string | null>;
  onCopy: () => void;
  onDiscard: () => void;
}

export function RefusalLine({
  group,
  workspaceName,
  mayWrite,
  onRetry,
  onCopy,
  onDiscard,
}: RefusalLineProps) {
  const t = useWords(centreWords);
  const [asking, setAsking] = useState(false);
  const [editing, setEditing] = useState(false);
  const copies = group.copy !== '';
  return (
    <ChangeLine
      needsYou
      meta={refusalReason(group, workspaceName, mayWrite)}
      quote={group.quoted.map(({ text }) => text).join('\n\n') || undefined}
      actions={
        <>
          {mayWrite && (
            <Button icon={<RetryIcon />} onClick={() => void onRetry({})}>
              {group.code === 'left' ? t.useMine : t.retry}
            </Button>
          )}
          {mayWrite && editableTexts(group.mutation).length > 0 && (
            <Button icon={<EditIcon />} onClick={() => setEditing(true)}>
              {t.edit}
            </Button>
          )}
          {copies && (
            <Button icon={<CopyIcon />} onClick={onCopy}>
              {t.copy}
            </Button>
          )}
          <Button kind="danger" onClick={() => setAsking(true)}>
            {t.discard}
          </Button>
          <DiscardDialog
            open={asking}
            question={discardQuestion(group)}
            copies={copies}
            onKeep={() => setAsking(false)}
            onCopyAndDiscard={() => {
              setAsking(false);
              onCopy();
              onDiscard();
            }}
            onDiscard={() => {
              setAsking(false);
              onDiscard();
            }}
          />
          <EditRefusedDialog
            open={editing}
            group={group}
            onClose={() => setEditing(false)}
            onSend={async (edited) => {
              const fault = await onRetry(edited);
              if (fault === null) setEditing(false);
              return fault;
            }}
          />
        </>
      }
    >
      <Say said={refusalLead(group)} />
    </ChangeLine>
  );
}
