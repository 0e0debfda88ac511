/**
 * One line of writing in which recognised words are underlined as they are typed. The underlines lie
 * on a copy of the text behind the field, so the field stays a plain one for readers and keyboards.
 */
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { isComposing } from './composing';

export interface TextMark {
  start: number;
  end: number;
  tone: 'when' | 'place' | 'label' | 'priority' | 'person';
}

export interface MarkedInputProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** In order, not overlapping, in UTF-16 units. */
  marks: readonly TextMark[];
  placeholder?: string | undefined;
  /** Enter never makes a new line here. */
  onEnter: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  /** Where the caret stands now. */
  onCaret?: ((at: number) => void) | undefined;
  /** The id of a fault below it. */
  faultId?: string | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
}

export function MarkedInput({
  label,
  value,
  onValue,
  marks,
  placeholder,
  onEnter,
  onKeyDown,
  onCaret,
  faultId,
  ref,
}: MarkedInputProps) {
  return (
    <div className="marked">
      <div className="marked-copy" aria-hidden="true">
        {withMarks(value, marks)}
        {/* A last empty line has no height without something on it. */}
        {'\u200b'}
      </div>
      <textarea
        ref={ref}
        className="marked-field"
        aria-label={label}
        rows={1}
        value={value}
        placeholder={placeholder}
        enterKeyHint="done"
        autoComplete="off"
        aria-describedby={faultId}
        onFocus={({ currentTarget }) => {
          // What was begun earlier goes on at its end.
          const end = currentTarget.value.length;
          if (currentTarget.selectionEnd === 0) currentTarget.setSelectionRange(end, end);
        }}
        onSelect={(event) => onCaret?.(event.currentTarget.selectionEnd)}
        onChange={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.defaultPrevented || event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          onEnter(event);
        }}
      />
    </div>
  );
}

function withMarks(text: string, marks: readonly TextMark[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, tone } of marks) {
    parts.push(text.slice(at, start));
    parts.push(
      <span key={start} className={`mark-${tone}`}>
        {text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
