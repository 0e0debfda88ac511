/**
 * The description of the open task: its markdown as it reads; pressed, the text itself with what becomes of it below.
 * A check box changes one character, of the draft while there is one.
 */
import type { Task } from '@holdfast/shared/entities/task';
import { type FocusEvent, type MouseEvent, useDeferredValue, useId, useRef, useState } from 'react';
import { Block } from '../../ui/facts';
import { IconButton } from '../../ui/icon-button';
import { EditIcon } from '../../ui/icons';
import { number } from '../../words/number';
import { useWords } from '../../words/use-words';
import { DraftFault } from '../tasks/draft-fault';
import type { TextEdit } from '../tasks/text-draft';
import { useTextDraft } from '../tasks/use-text-draft';
import { Markdown } from './markdown';
import { toggledCheck } from './toggled-check';
import { descriptionWords } from './words';

export interface DescriptionProps {
  task: Task;
  describe: (edit: TextEdit) => Promise<string | null>;
  mayWrite: boolean;
}

const LONGEST = 100_000;

export function Description({ task, describe, mayWrite }: DescriptionProps) {
  const t = useWords(descriptionWords);
  const faultId = useId();
  const [writing, setWriting] = useState(false);
  const block = useRef<HTMLDivElement>(null);
  const draft = useTextDraft({
    value: task.description,
    version: task.version,
    save: describe,
    check: (text) => (text.length > LONGEST ? t.tooLong({ letters: number(text.length) }) : null),
  });
  const shown = useDeferredValue(draft.text);
  const empty = draft.text.trim() === '';
  const asText = mayWrite && (writing || empty || draft.fault !== null);

  /** Pressed again at once, the second press starts from what the first one left: the boxes are those of `shown`. */
  async function onCheck(itemStart: number): Promise<null> {
    draft.change((text) => toggledCheck(text, itemStart, shown));
    if (!writing) await draft.flush();
    return null;
  }

  /** Into the preview, to press a box there: that is no leaving. */
  function onBlur(event: FocusEvent) {
    if (block.current?.contains(event.relatedTarget)) return;
    setWriting(false);
    draft.onBlur();
  }

  return (
    <Block
      title={t.title}
      tools={
        mayWrite &&
        !asText && <IconButton label={t.edit} icon={<EditIcon />} onClick={() => setWriting(true)} />
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears the focus leave what is in it */}
      <div ref={block} onBlur={onBlur}>
        {asText && (
          <textarea
            className="input-plain prose"
            rows={2}
            // biome-ignore lint/a11y/noAutofocus: whoever asked to write it writes at once
            autoFocus={writing}
            aria-label={t.title}
            placeholder={t.add}
            aria-invalid={draft.fault !== null || undefined}
            aria-describedby={faultId}
            value={draft.text}
            onFocus={(event) => {
              setWriting(true);
              draft.onFocus();
              if (!writing || event.currentTarget.selectionEnd > 0) return;
              const end = event.currentTarget.value.length;
              event.currentTarget.setSelectionRange(end, end);
            }}
            onChange={(event) => draft.onText(event.currentTarget.value)}
          />
        )}
        <DraftFault id={faultId} fault={draft.fault} />
        {!asText && empty && <p className="meta">{t.none}</p>}
        {!empty && (
          // biome-ignore lint/a11y: the button at the head does the same for keys
          <div
            className={asText ? 'prose prose-preview' : 'prose'}
            data-preview={asText ? t.preview : undefined}
            onClick={mayWrite && !asText ? (event) => pressed(event) && setWriting(true) : undefined}
          >
            <Markdown text={shown} onCheck={mayWrite ? onCheck : undefined} />
          </div>
        )}
      </div>
    </Block>
  );
}

/** Neither a link or a box was meant, nor words to be copied. */
function pressed({ target }: MouseEvent): boolean {
  const onControl = target instanceof Element && target.closest('a, button') !== null;
  return !onControl && (getSelection()?.isCollapsed ?? true);
}
