/**
 * One line becomes a task. What is understood shows as underlines and chips; a chip's cross turns it back into plain
 * words. Enter adds, Shift Enter adds and stays, Esc closes and keeps the draft.
 */
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import { Button } from '../../ui/button';
import { ActionChip } from '../../ui/chip';
import { IconButton, SendButton } from '../../ui/icon-button';
import { AlertIcon, BangIcon, CalendarIcon, HashIcon, PlusIcon, UserIcon } from '../../ui/icons';
import { LiveRegion } from '../../ui/live-region';
import { MarkedInput, type TextMark } from '../../ui/marked-input';
import { Kbd } from '../../ui/marks';
import { MenuButton } from '../../ui/menu-button';
import { SyncRing } from '../../ui/sync-ring';
import { useDirectory } from '../tasks/directory';
import { faultOf, type NewTask, type QuickAddDraft, toNewTask } from './new-task';
import { parseQuickAdd, type QuickAddWorld, type Span, stillChosen } from './parse-quick-add';
import type { QuickAddStart } from './quick-add-start';
import { suggest, take } from './suggest';
import { StartChips, UnderstoodChip } from './understood-chip';

export interface QuickAddFormProps {
  draft: QuickAddDraft;
  onDraft: (draft: QuickAddDraft) => void;
  start: QuickAddStart;
  onStart: (start: QuickAddStart) => void;
  /** Stores the task; words if it was refused. The draft is emptied once it is stored. */
  add: (task: NewTask) => Promise<string | null>;
  onAdded: (stay: boolean) => void;
  /** The server does not answer now. */
  offline: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
}

export function QuickAddForm(props: QuickAddFormProps) {
  const { draft, onDraft, start, onStart, add, onAdded, offline, field } = props;
  const { projects, labels, members, today } = useDirectory();
  const [caret, setCaret] = useState(draft.line.length);
  const [fault, setFault] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const faultId = useId();
  const world = useMemo<QuickAddWorld>(
    () => ({
      projects,
      labels,
      people: members.map(({ accountId, name }) => ({ id: accountId, name })),
      today,
    }),
    [projects, labels, members, today],
  );
  const parsed = parseQuickAdd(draft.line, world, draft);
  const { unknown, ...suggestions } = suggest(draft.line, caret, world, draft);

  function write(line: string) {
    setFault(null);
    onDraft({ ...draft, line, ...stillChosen(line, draft) });
  }

  function insert(text: string) {
    const at = Math.min(caret, draft.line.length);
    const gap = at > 0 && !/\s$/u.test(draft.line.slice(0, at)) ? ' ' : '';
    const line = draft.line.slice(0, at) + gap + text + draft.line.slice(at);
    write(line);
    placeCaret(at + gap.length + text.length);
  }

  /** After React has put the new line into the field. */
  function placeCaret(at: number) {
    setCaret(at);
    queueMicrotask(() => {
      field.current?.focus();
      requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
    });
  }

  async function submit(stay: boolean) {
    const task = toNewTask(parsed, draft.notes, start, today);
    const refusal = faultOf(task) ?? (await add(task));
    setFault(refusal);
    if (refusal !== null) return;
    setSaid(`Added: ${task.title}`);
    setCaret(0);
    onAdded(stay);
    if (stay) field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab' && !event.shiftKey && suggestions.names[0]) {
      event.preventDefault();
      choose(0);
    }
    if (
      event.key === 'Backspace' &&
      event.currentTarget.selectionStart === event.currentTarget.selectionEnd
    ) {
      const behind = parsed.spans.find((span) => span.end === event.currentTarget.selectionEnd);
      // At the end of what was understood the first press takes the meaning back, the next one deletes.
      if (behind) {
        event.preventDefault();
        toWords(behind);
      }
    }
  }

  function choose(index: number) {
    const chosen = suggestions.names[index];
    if (!chosen) return;
    const taken = take(draft.line, suggestions, chosen);
    write(taken.line);
    placeCaret(taken.caret);
  }

  const mayBe = (kind: 'project' | 'label') =>
    kind === 'label' || !parsed.spans.some(({ means }) => means.kind === 'project');

  /** An unknown name is a label until it is said to be a project, and back. */
  function takeFor(name: string, kind: 'project' | 'label') {
    const word = `#${name.toLowerCase()}`;
    const others = draft.asProject.filter((each) => each !== word);
    onDraft({ ...draft, asProject: kind === 'project' ? [...others, word] : others });
    placeCaret(suggestions.end);
  }

  function toWords(span: Span) {
    onDraft({ ...draft, plain: [...draft.plain, span.text.toLowerCase()] });
    field.current?.focus();
  }

  return (
    <div className="composer">
      <MarkedInput
        ref={field}
        label="New task"
        placeholder="New task"
        value={draft.line}
        onValue={(line) => write(line.replace(/[\r\n]+/g, ' '))}
        marks={parsed.spans.map((span) => ({ start: span.start, end: span.end, tone: toneOf(span) }))}
        onEnter={(event) => void submit(event.shiftKey)}
        onKeyDown={onKeyDown}
        onCaret={setCaret}
        faultId={faultId}
      />
      <textarea
        className="input-plain"
        rows={1}
        aria-label="Notes"
        placeholder="Notes"
        value={draft.notes}
        onChange={(event) => onDraft({ ...draft, notes: event.currentTarget.value })}
      />
      <div id={faultId} role="alert" className={fault === null ? 'sr-only' : 'help help-bad'}>
        {fault !== null && (
          <>
            <AlertIcon size="s" />
            {fault}
          </>
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as a form's part */}
      <div className="chips" role="group" aria-label="Understood as">
        {parsed.spans.map((span) => (
          <UnderstoodChip key={span.start} span={span} onWords={() => toWords(span)} />
        ))}
        <StartChips parsed={parsed} start={start} onStart={onStart} />
        {suggestions.names.map((suggestion, at) => (
          <ActionChip key={suggestion.id} onPress={() => choose(at)}>
            {suggestion.kind === 'person' ? '@' : '#'}
            {suggestion.name}
          </ActionChip>
        ))}
        {unknown && mayBe(unknown.couldBe) && (
          <ActionChip onPress={() => takeFor(unknown.name, unknown.couldBe)}>
            New {unknown.couldBe} {unknown.name}
          </ActionChip>
        )}
      </div>
      <div className="composer-foot">
        <Tools insert={insert} people={members.length > 1} />
        <span className="composer-keys" aria-hidden="true">
          <Kbd>Shift</Kbd> <Kbd>Enter</Kbd> add another <Kbd>Esc</Kbd> keep as draft
        </span>
        <span className="md:hidden">
          <SendButton label="Add task" icon={<PlusIcon />} onClick={() => void submit(false)} />
        </span>
        <span className="hidden md:inline-flex">
          <Button kind="main" icon={<PlusIcon />} onClick={() => void submit(false)}>
            Add task
          </Button>
        </span>
      </div>
      {offline && (
        <p className="composer-note">
          <SyncRing shape="offline" size="s" />
          No signal right now. Added here at once, sent later.
        </p>
      )}
      <LiveRegion text={said} quiet={0} />
    </div>
  );
}

function Tools({ insert, people }: { insert: (text: string) => void; people: boolean }) {
  return (
    <div className="composer-tools" role="toolbar" aria-label="Add to the line">
      <MenuButton
        label="Due"
        entries={() => [
          { label: 'Today', onSelect: () => insert('today ') },
          { label: 'Tomorrow', onSelect: () => insert('tomorrow ') },
        ]}
        trigger={(trigger) => <IconButton {...trigger} label="Due" icon={<CalendarIcon />} />}
      />
      <IconButton label="Project or label" icon={<HashIcon />} onClick={() => insert('#')} />
      <MenuButton
        label="Priority"
        entries={() => [
          { label: 'Urgent', onSelect: () => insert('!urgent ') },
          { label: 'High', onSelect: () => insert('!high ') },
          { label: 'Low', onSelect: () => insert('!low ') },
        ]}
        trigger={(trigger) => <IconButton {...trigger} label="Priority" icon={<BangIcon />} />}
      />
      {people && <IconButton label="Assignee" icon={<UserIcon />} onClick={() => insert('@')} />}
    </div>
  );
}

function toneOf({ means }: Span): TextMark['tone'] {
  if (means.kind === 'priority') return 'priority';
  if (means.kind === 'person') return 'person';
  if (means.kind === 'day' || means.kind === 'time') return 'when';
  return means.kind === 'project' || means.kind === 'new-project' ? 'place' : 'label';
}
