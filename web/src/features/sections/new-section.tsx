/** A name makes a section. */
import { useActionContext } from '../../db/use-action-context';
import { NameDialog } from '../../ui/name-dialog';
import { useWords } from '../../words/use-words';
import { useWriter } from '../undo/undo-provider';
import { addSection } from './actions';
import { sectionsWords } from './words';

export interface NewSectionProps {
  projectId: string;
  open: boolean;
  onClose: () => void;
}

export function NewSection({ projectId, open, onClose }: NewSectionProps) {
  const t = useWords(sectionsWords);
  const ctx = useActionContext();
  const { write } = useWriter();
  return (
    <NameDialog
      open={open}
      onClose={onClose}
      title={t.add}
      action={t.addIt}
      needsName={t.needsName}
      onSave={(name) => write([addSection(ctx, { projectId, name })], { inField: true })}
    />
  );
}
