/** What the open task waits for: found by its title, taken away with a press. One that would wait for itself is not offered. */
import { isOpen, type Task } from '@holdfast/shared/entities/task';
import { type RefObject, useRef, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive, useLiveKept } from '../../db/use-live';
import { Button } from '../../ui/button';
import { ActionChip, Chip } from '../../ui/chip';
import { TextField } from '../../ui/field';
import { StatusMark } from '../../ui/marks';
import { useWords } from '../../words/use-words';
import { Chooser } from '../tasks/property-value';
import { statusOf } from '../tasks/status-words';
import { liveCandidates, liveWaited } from './queries';
import { waitsWords } from './words';

export interface WaitsForProps {
  task: Task;
  onChange: (ids: readonly string[]) => Promise<string | null>;
}

export function WaitsFor({ task, onChange }: WaitsForProps) {
  const t = useWords(waitsWords);
  const { workspaceId } = useActionContext();
  const field = useRef<HTMLInputElement>(null);
  const live = useLiveKept(liveWaited(workspaceId, task.dependsOn), [workspaceId, task.dependsOn.join(' ')]);
  const waited = live.state === 'ready' ? live.value : [];
  const open = waited.filter(({ status }) => isOpen(status));
  const [only] = open.length === 1 ? open : [];
  const words = only?.title ?? (open.length > 0 ? t.open(open.length) : t.allDone);
  return (
    <Chooser
      name={t.title}
      words={waited.length === 0 ? t.nothing : words}
      mark={<StatusMark status={open.length > 0 ? 'blocked' : 'todo'} decorative />}
      unset={waited.length === 0}
      initialFocus={field}
    >
      {(close) => (
        <div className="grid gap-3">
          {waited.length > 0 && (
            <div className="chips">
              {waited.map(({ id, title, status }) => (
                <Chip
                  key={id}
                  icon={<StatusMark status={statusOf(status).shape} />}
                  removeLabel={t.remove({ title })}
                  onRemove={() => void onChange(task.dependsOn.filter((each) => each !== id))}
                >
                  <span className="chip-words">{title}</span>
                </Chip>
              ))}
            </div>
          )}
          <Candidates task={task} field={field} onChoose={(id) => void onChange([...task.dependsOn, id])} />
          <div className="flex justify-end">
            <Button kind="text" onClick={close}>
              {t.done}
            </Button>
          </div>
        </div>
      )}
    </Chooser>
  );
}

interface CandidatesProps {
  task: Task;
  field: RefObject<HTMLInputElement | null>;
  onChoose: (id: string) => void;
}

function Candidates({ task, field, onChoose }: CandidatesProps) {
  const t = useWords(waitsWords);
  const { workspaceId } = useActionContext();
  const [text, setText] = useState('');
  const live = useLive(liveCandidates(workspaceId, task, text), [workspaceId, task, text]);
  const found = live.state === 'ready' ? live.value : null;
  function choose(id: string) {
    onChoose(id);
    setText('');
    field.current?.focus();
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const [first] = found ?? [];
        if (first) choose(first.id);
      }}
    >
      <TextField
        ref={field}
        label={t.find}
        hideLabel
        placeholder={t.find}
        value={text}
        help={text !== '' && found?.length === 0 ? t.noneFound : undefined}
        onValue={setText}
      />
      {found !== null && found.length > 0 && (
        <ul className="chips" aria-label={t.found}>
          {found.map(({ id, title }) => (
            <li key={id} className="min-w-0">
              <ActionChip onPress={() => choose(id)}>
                <span className="chip-words">{title}</span>
              </ActionChip>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
