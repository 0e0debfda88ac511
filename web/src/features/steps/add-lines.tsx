/**
 * The line that adds steps or subtasks. Enter adds and stays; leaving it, closing the task and hiding the page add what
 * stands in it, so that nothing written is lost. Several pasted lines are several things.
 */
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { holdUnsaved } from '../../platform/unsaved';
import { onVisibility } from '../../platform/visibility';
import { isComposing } from '../../ui/composing';
import { PlusIcon } from '../../ui/icons';
import { DraftFault } from '../tasks/draft-fault';
import type { StepLine } from './actions';
import { pastedLines } from './pasted-lines';
import { faultOfStep } from './step-fault';

export interface AddLinesProps {
  field: RefObject<HTMLInputElement | null>;
  label: string;
  /** Words if it was refused, null once it is stored. */
  onAdd: (lines: readonly StepLine[]) => Promise<string | null>;
}

export function AddLines({ field, label, onAdd }: AddLinesProps) {
  const faultId = useId();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const latest = useRef({ text, onAdd });
  latest.current = { text, onAdd };
  const unsaved = text.trim() !== '';

  useEffect(() => (unsaved ? holdUnsaved() : undefined), [unsaved]);

  async function add(): Promise<void> {
    const title = latest.current.text.trim();
    if (title === '') return;
    const wrong = faultOfStep(title);
    if (wrong !== null) return setFault(wrong);
    // At once, so that the next letters begin the next step; what was refused comes back.
    latest.current.text = '';
    setText('');
    const refusal = await latest.current.onAdd([{ title, done: false }]);
    setFault(refusal);
    if (refusal !== null) setText((now) => (now === '' ? title : now));
  }

  const leave = useRef(add);
  leave.current = add;
  useEffect(() => {
    const stop = onVisibility((visible) => {
      if (!visible) void leave.current();
    });
    return () => {
      stop();
      void leave.current();
    };
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    void add();
  }

  function onPaste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text/plain');
    const lines = pastedLines(pasted);
    if (lines.length < 2 || lines.some(({ title }) => faultOfStep(title) !== null)) return;
    event.preventDefault();
    void add().then(() => onAdd(lines).then(setFault));
  }

  return (
    <div>
      <label className="add-line">
        <PlusIcon />
        <input
          ref={field}
          className="input-plain"
          aria-label={label}
          placeholder={label}
          aria-invalid={fault !== null || undefined}
          aria-describedby={faultId}
          enterKeyHint="next"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setFault(null);
          }}
          onBlur={() => void add()}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
      </label>
      <DraftFault id={faultId} fault={fault} />
    </div>
  );
}
