/** Labels of all that is selected: on where every one of them has it. */
import { newId } from '@holdfast/shared/sync/ids';
import { type ReactNode, useRef } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import type { TriggerProps } from '../../ui/menu-button';
import { PopoverButton } from '../../ui/menu-button';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import { LabelChooser } from '../tasks/label-chooser';
import { liveTasks } from '../tasks/queries';
import type { ChangeSelected } from './selection-bar';
import { selectionStore } from './selection-store';
import { selectionWords } from './words';

export interface ManyLabelsProps {
  change: ChangeSelected;
  trigger: (props: TriggerProps) => ReactNode;
}

export function ManyLabels({ change, trigger }: ManyLabelsProps) {
  const t = useWords(selectionWords);
  const field = useRef<HTMLInputElement>(null);
  return (
    <PopoverButton label={t.labels} initialFocus={field} trigger={trigger}>
      {() => <Chooser change={change} field={field} />}
    </PopoverButton>
  );
}

function Chooser({ change, field }: { change: ChangeSelected; field: { current: HTMLInputElement | null } }) {
  const t = useWords(selectionWords);
  const ctx = useActionContext();
  const { labels, labelById } = useDirectory();
  const ids = [...selectionStore.get().ids];
  const live = useLiveKept(liveTasks(ctx.workspaceId, ids), [ctx.workspaceId, ids.join(' ')]);
  const tasks = live.state === 'ready' ? [...live.value.values()] : [];
  const chosen = labels
    .filter((label) => tasks.length > 0 && tasks.every((task) => task.labels.includes(label.id)))
    .map((label) => label.id);
  const set = (id: string, on: boolean, name: string, more: { newName?: string } = {}) =>
    change({ do: 'label', id, on, ...more }, (count) =>
      on ? t.labelled(count, { label: `#${name}` }) : t.unlabelled(count, { label: `#${name}` }),
    );
  return (
    <LabelChooser
      field={field}
      labels={labels}
      chosen={chosen}
      onChosen={(next) => {
        const added = next.find((id) => !chosen.includes(id));
        const taken = chosen.find((id) => !next.includes(id));
        const id = added ?? taken;
        if (id !== undefined) void set(id, added !== undefined, labelById.get(id)?.name ?? '');
      }}
      onNew={(name) => set(newId(ctx), true, name, { newName: name })}
    />
  );
}
