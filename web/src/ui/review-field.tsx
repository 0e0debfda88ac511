/**
 * One field of a review: the sides as choices (radios where one must win, check boxes where both can join), and the
 * result, live. Side by side where there is room, one below the other on a phone.
 */
import { type ReactNode, useId } from 'react';
import { useWords } from '../words/use-words';
import { classNames } from './class-names';
import { IconButton } from './icon-button';
import { CheckIcon, EditIcon } from './icons';
import { uiWords } from './words';

export interface ReviewOption {
  readonly key: string;
  /** "Yours", "Ana’s" */
  readonly title: string;
  readonly body: ReactNode;
  readonly chosen: boolean;
}

export interface ReviewFieldProps {
  label: string;
  /** Several may be taken together. */
  joinable: boolean;
  options: readonly ReviewOption[];
  onChoose: (at: number) => void;
  result: ReactNode;
  /** Stands in the result's place while it is being written. */
  editor?: ReactNode;
  /** Makes the result a field; leave out where it is no text. */
  onEdit?: (() => void) | undefined;
  disabled?: boolean | undefined;
}

export function ReviewField(props: ReviewFieldProps) {
  const t = useWords(uiWords);
  const { label, joinable, options, onChoose, result, editor, onEdit, disabled = false } = props;
  const name = useId();
  const type = joinable ? 'checkbox' : 'radio';
  const hint = joinable ? t.takeOneOrBoth : options.length > 1 ? t.takeOne : t.bothTheSame;
  return (
    <fieldset className="review-field">
      <legend>
        <span className="review-label">
          {label}
          <small>{hint}</small>
        </span>
      </legend>
      {options.map((option, at) => (
        <label
          key={option.key}
          className={classNames('review-side', option.chosen && 'review-side-on', `review-side-${at + 1}`)}
        >
          <input
            className="sr-only"
            type={type}
            name={name}
            checked={option.chosen}
            disabled={disabled}
            onChange={() => onChoose(at)}
          />
          <span className="review-whose">
            <span className={joinable ? 'review-box' : 'review-dot'} aria-hidden="true">
              {joinable && <CheckIcon />}
            </span>
            <span className="review-title">{option.title}</span>
          </span>
          <span className="review-body">{option.body}</span>
        </label>
      ))}
      <div className="review-result">
        <span className="review-whose" aria-hidden="true">
          {t.result}
        </span>
        {editor ? (
          <div className="review-body">{editor}</div>
        ) : (
          <output className="review-body" aria-label={t.resultOf({ label })}>
            {result}
          </output>
        )}
        {onEdit && !disabled ? (
          <IconButton label={t.editResult({ label })} icon={<EditIcon />} onClick={onEdit} />
        ) : (
          <span />
        )}
      </div>
    </fieldset>
  );
}
