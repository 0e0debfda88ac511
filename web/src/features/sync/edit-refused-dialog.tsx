/** Changes the words of something that was turned down, then sends it again. Closing keeps it as it was. */
import { useState } from 'react';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Dialog } from '../../ui/overlays';
import { useWords } from '../../words/use-words';
import { type Edited, editedKey } from './actions';
import { centreWords } from './centre-words';
import { editableTexts } from './editable-texts';
import type { NeedsYouGroup } from './needs-you';

export interface EditRefusedDialogProps {
  open: boolean;
  group: NeedsYouGroup;
  /** Words if it could not be stored: then the dialog stays, with what was typed. */
  onSend: (edited: Edited) => Promise<string | null>;
  onClose: () => void;
}

export function EditRefusedDialog({ open, group, onSend, onClose }: EditRefusedDialogProps) {
  const t = useWords(centreWords);
  const [edited, setEdited] = useState<Edited>({});
  const [fault, setFault] = useState<string | null>(null);
  const texts = editableTexts(group.mutation);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.editNamed({ subject: group.words.subject })}
      actions={
        <>
          <Button kind="main" onClick={() => void onSend(edited).then(setFault)}>
            {t.sendAgain}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {texts.map(({ rowId, field, label, text }, at) => (
          <TextArea
            key={editedKey(rowId, field)}
            label={label}
            value={edited[editedKey(rowId, field)] ?? text}
            rows={text.length > 80 ? 6 : 2}
            onValue={(value) => {
              setFault(null);
              setEdited((was) => ({ ...was, [editedKey(rowId, field)]: value }));
            }}
            fault={at === 0 ? fault : null}
          />
        ))}
      </div>
    </Dialog>
  );
}
