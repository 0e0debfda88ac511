/** Another name for a project or a label. It is written against the name that was seen when the dialog opened (CL1). */
import { NameDialog } from '../../ui/name-dialog';
import { useWords } from '../../words/use-words';
import { projectsWords } from './words';

export interface Nameable {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

export interface RenameDialogProps<T extends Nameable> {
  what: 'project' | 'label' | 'section' | 'filter';
  /** As it was when the person asked; null: closed. */
  seen: T | null;
  onClose: () => void;
  rename: (seen: T, name: string) => Promise<string | null>;
}

export function RenameDialog<T extends Nameable>({ what, seen, onClose, rename }: RenameDialogProps<T>) {
  const t = useWords(projectsWords);
  const said = {
    project: { title: t.renameProject, needsName: t.projectNeedsName },
    label: { title: t.renameLabel, needsName: t.labelNeedsName },
    section: { title: t.renameSection, needsName: t.sectionNeedsName },
    filter: { title: t.renameFilter, needsName: t.filterNeedsName },
  }[what];
  return (
    <NameDialog
      open={seen !== null}
      onClose={onClose}
      title={said.title}
      action={t.rename}
      from={seen?.name ?? ''}
      needsName={said.needsName}
      onSave={async (name) => seen && rename(seen, name)}
    />
  );
}
