/**
 * One line becomes a task, several become several. What is understood shows as underlines and chips; a chip's cross
 * turns it back into plain words. Enter adds, Shift Enter adds and stays, Esc closes and keeps the draft.
 */
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import { Button } from '../../ui/button';
import { ActionChip } from '../../ui/chip';
import { isComposing } from '../../ui/composing';
import { SendButton } from '../../ui/icon-button';
import { AlertIcon, PlusIcon } from '../../ui/icons';
import { LiveRegion } from '../../ui/live-region';
import { MarkedInput, type TextMark } from '../../ui/marked-input';
import { Kbd } from '../../ui/marks';
import { useOneAtATime } from '../../ui/one-at-a-time';
import { SyncRing } from '../../ui/sync-ring';
import { useWords } from '../../words/use-words';
import { useDirectory } from '../tasks/directory';
import { faultOf, type NewTask, type QuickAddDraft, toNewTask } from './new-task';
import { parseQuickAdd, sameWords, stillChosen } from './parse-quick-add';
import type { QuickAddStart } from './quick-add-start';
import { QuickAddTools } from './quick-add-tools';
import { type Line, SeveralTasks } from './several-tasks';
import { suggest, take } from './suggest';
import { asOneLine, taskLines } from './task-lines';
import type { QuickAddWorld, Span } from './understood';
import { StartChips, UnderstoodChip } from './understood-chip';
import { quickAddWords } from './words';

export interface QuickAddFormProps {
  world: QuickAddWorld;
  draft: QuickAddDraft;
  onDraft: (draft: QuickAddDraft) => void;
  start: QuickAddStart;
  onStart: (start: QuickAddStart) => void;
  /** Stores the tasks; words if they were refused. The draft is emptied once they are stored. */
  add: (tasks: readonly NewTask[]) => Promise<string | null>;
  /** @param added as it was when it was added: more may stand in the field by now */
  onAdded: (stay: boolean, added: QuickAddDraft) => void;
  /** The server does not answer now. */
  offline: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
}

export function QuickAddForm(props: QuickAddFormProps) {
  const { world, draft, onDraft, start, onStart, add, onAdded, offline, field } = props;
  const t = useWords(quickAddWords);
  const { members } = useDirectory();
  const [caret, setCaret] = useState(draft.line.length);
  const [fault, setFault] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const faultId = useId();
  const lines = useMemo(
    () =>
      taskLines(draft.line).map(({ start: at, text }, index): Line => {
        const parsed = parseQuickAdd(text, world, draft);
        // Written while there was one line: they are that one's.
        const notes = index === 0 ? draft.notes : '';
        return { start: at, parsed, task: toNewTask(parsed, notes, start, world) };
      }),
    [draft, start, world],
  );
  const spans = lines.flatMap(({ start: at, parsed }) =>
    parsed.spans.map((span) => ({ ...span, start: span.start + at, end: span.end + at })),
  );
  const only = lines.length === 1 ? lines[0] : undefined;
  const { unknown, ...suggestions } = suggest(draft.line, caret, world, draft);

  function write(line: string) {
    setFault(null);
    onDraft({ ...draft, line, ...stillChosen(line, draft) });
  }

  function insert(text: string) {
    const at = Math.min(caret, draft.line.length);
    const gap = at > 0 && !/\s$/u.test(draft.line.slice(0, at)) ? ' ' : '';
    write(draft.line.slice(0, at) + gap + text + draft.line.slice(at));
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

  const submit = useOneAtATime(async (stay: boolean) => {
    const tasks = lines.map(({ task }) => task);
    const refusal = faultOf(tasks) ?? (await add(tasks));
    setFault(refusal);
    if (refusal !== null) return;
    setSaid(only ? t.added({ title: only.task.title }) : t.addedSeveral(tasks.length));
    setCaret(0);
    onAdded(stay, draft);
    if (stay) field.current?.focus();
  });

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Tab' && !event.shiftKey && suggestions.names[0]) {
      event.preventDefault();
      choose(0);
    }
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.key !== 'Backspace' || selectionStart !== selectionEnd) return;
    // At the end of what was understood the first press takes the meaning back, the next one deletes.
    const behind = spans.find((span) => span.end === selectionEnd);
    if (!behind) return;
    event.preventDefault();
    toWords(behind);
  }

  function choose(index: number) {
    const chosen = suggestions.names[index];
    if (!chosen) return;
    const taken = take(draft.line, suggestions, chosen);
    write(taken.line);
    placeCaret(taken.caret);
  }

  const mayBe = (kind: 'project' | 'label') =>
    kind === 'label' || !spans.some(({ means }) => means.kind === 'project');

  /** An unknown name is a label until it is said to be a project, and back. */
  function takeFor(name: string, kind: 'project' | 'label') {
    const word = `#${name}`;
    const others = draft.asProject.filter((each) => !sameWords(each, word));
    onDraft({ ...draft, asProject: kind === 'project' ? [...others, word] : others });
    placeCaret(suggestions.end);
  }

  function toWords(span: Span) {
    onDraft({ ...draft, plain: [...draft.plain, span.text] });
    field.current?.focus();
  }

  const addWords = only ? t.addTask : t.addTasks(lines.length);
  return (
    <div className="composer">
      <MarkedInput
        ref={field}
        label={t.newTask}
        placeholder={t.newTask}
        value={draft.line}
        onValue={write}
        marks={spans.map((span) => ({ start: span.start, end: span.end, tone: toneOf(span) }))}
        onEnter={(event) => void submit(event.shiftKey)}
        onKeyDown={onKeyDown}
        onCaret={setCaret}
        faultId={faultId}
      />
      {only ? (
        <textarea
          className="input-plain"
          rows={1}
          aria-label={t.notes}
          placeholder={t.notes}
          value={draft.notes}
          onChange={(event) => onDraft({ ...draft, notes: event.currentTarget.value })}
        />
      ) : (
        <SeveralTasks lines={lines} onOne={() => write(asOneLine(draft.line))} />
      )}
      <div id={faultId} role="alert" className={fault === null ? 'sr-only' : 'help help-bad'}>
        {fault !== null && (
          <>
            <AlertIcon size="s" />
            {fault}
          </>
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as a form's part */}
      <div className="chips" role="group" aria-label={t.understoodAs}>
        {only?.parsed.spans.map((span) => (
          <UnderstoodChip
            key={span.start}
            span={span}
            line={{ ...only.parsed, task: only.task }}
            onWords={() => toWords(span)}
          />
        ))}
        {only && <StartChips parsed={only.parsed} start={start} onStart={onStart} />}
        {suggestions.names.map((suggestion, at) => (
          <ActionChip key={suggestion.id} onPress={() => choose(at)}>
            {suggestion.kind === 'person' ? '@' : '#'}
            {suggestion.name}
          </ActionChip>
        ))}
        {unknown && mayBe(unknown.couldBe) && (
          <ActionChip onPress={() => takeFor(unknown.name, unknown.couldBe)}>
            {unknown.couldBe === 'project' ? t.newProject(unknown) : t.newLabel(unknown)}
          </ActionChip>
        )}
      </div>
      <div className="composer-foot">
        <QuickAddTools insert={insert} people={members.length > 1} />
        <span className="composer-keys" aria-hidden="true">
          <Kbd>Shift</Kbd> <Kbd>Enter</Kbd> {t.addAnother} <Kbd>Esc</Kbd> {t.keepAsDraft}
        </span>
        <span className="md:hidden">
          <SendButton label={addWords} icon={<PlusIcon />} onClick={() => void submit(false)} />
        </span>
        <span className="hidden md:inline-flex">
          <Button kind="main" icon={<PlusIcon />} onClick={() => void submit(false)}>
            {addWords}
          </Button>
        </span>
      </div>
      {offline && (
        <p className="composer-note">
          <SyncRing shape="offline" size="s" />
          {t.offline}
        </p>
      )}
      <LiveRegion text={said} quiet={0} />
    </div>
  );
}

function toneOf({ means }: Span): TextMark['tone'] {
  if (means.kind === 'priority') return 'priority';
  if (means.kind === 'person') return 'person';
  if (means.kind === 'when' || means.kind === 'repeat') return 'when';
  return means.kind === 'project' || means.kind === 'new-project' ? 'place' : 'label';
}
