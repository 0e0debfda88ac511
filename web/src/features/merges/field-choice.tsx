/** One field of a review, with its sides, and its result: live, and editable where it is a text. */
import { type ReactNode, useState } from 'react';
import { Avatar } from '../../ui/avatar';
import { TextArea } from '../../ui/field';
import { MarkedText } from '../../ui/marked-text';
import { ReviewField as ReviewFieldView } from '../../ui/review-field';
import { useWords } from '../../words/use-words';
import { type Choice, choose, resultOf } from './choices';
import type { ReviewField, Side } from './review-sides';
import { mergesWords } from './words';

export interface FieldChoiceProps {
  field: ReviewField;
  choice: Choice;
  disabled: boolean;
  onChoice: (choice: Choice) => void;
}

export function FieldChoice({ field, choice, disabled, onChoice }: FieldChoiceProps) {
  const t = useWords(mergesWords);
  const result = resultOf(field, choice);
  const other = field.sides[1]?.title ?? t.theOther;
  const [editing, setEditing] = useState(false);
  const text = typeof result?.value === 'string' ? result.value : '';
  return (
    <ReviewFieldView
      label={field.label}
      joinable={field.joined !== null}
      disabled={disabled}
      options={field.sides.map((side, at) => ({
        key: side.key,
        title: side.title,
        body: <SideBody field={field} side={side} other={other} />,
        chosen: choice.edited === null && choice.taken.includes(at),
      }))}
      onChoose={(at) => {
        setEditing(false);
        onChoice(choose(field, choice, at));
      }}
      onEdit={field.kind === 'text' && !editing ? () => setEditing(true) : undefined}
      result={resultView()}
      editor={
        editing && (
          <TextArea
            autoFocus
            hideLabel
            label={t.resultOf({ label: field.label })}
            rows={text.length > 60 ? 5 : 2}
            value={choice.edited ?? text}
            onValue={(edited) => onChoice({ taken: choice.taken, edited })}
          />
        )
      }
    />
  );

  function resultView(): ReactNode {
    if (result === null) return <span className="text-ink-3">{t.nothingChosen}</span>;
    if (result.runs) return <MarkedText runs={result.runs} other={other} />;
    if (choice.edited !== null) return <span className="two-hands">{choice.edited}</span>;
    const side = field.sides[choice.taken[0] ?? 0];
    return side ? <SideBody field={field} side={side} other={other} /> : null;
  }
}

function SideBody({ field, side, other }: { field: ReviewField; side: Side; other: string }) {
  const t = useWords(mergesWords);
  if (side.runs) {
    return side.words === '' ? (
      <span className="text-ink-3">{t.nothing}</span>
    ) : (
      <MarkedText runs={side.runs} other={other} />
    );
  }
  if (field.kind === 'person' && typeof side.value === 'string')
    return (
      <span className="review-face">
        <Avatar id={side.value} name={side.words} decorative />
        {side.words}
      </span>
    );
  return <>{side.words}</>;
}
