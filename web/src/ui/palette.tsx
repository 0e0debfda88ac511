/**
 * A field and what answers it: one list in groups, moved through by the arrow keys while the field keeps the focus.
 * Enter takes the marked one. What is in the list, and in which order, is the caller's.
 */
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { isComposing } from './composing';
import { IconButton } from './icon-button';
import { CloseIcon, SearchIcon } from './icons';
import { Keys } from './keys';

export interface PaletteItem {
  readonly key: string;
  readonly mark: ReactNode;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly end?: ReactNode;
  /** Key combinations that do the same anywhere. */
  readonly keys?: readonly string[] | undefined;
  /** Of several that can be taken together: taken or not. */
  readonly chosen?: boolean | undefined;
  readonly onChoose: () => void;
}

export interface PaletteGroup {
  readonly key: string;
  readonly title: string;
  readonly count?: string | undefined;
  readonly items: readonly PaletteItem[];
}

export interface PaletteProps {
  label: string;
  placeholder: string;
  clearLabel: string;
  words: string;
  onWords: (words: string) => void;
  field: RefObject<HTMLInputElement | null>;
  groups: readonly PaletteGroup[];
  /** Between field and list: filters that are on or off, or what the choice is about. */
  above?: ReactNode;
  /** Where nothing answers. */
  empty?: ReactNode;
  foot?: ReactNode;
  /** Beside the field: how to leave. */
  end?: ReactNode;
  /** With the command key held. */
  onCtrlEnter?: (() => void) | undefined;
  /** What opened it, pressed again. */
  onLeave?: (() => void) | undefined;
}

export function Palette(props: PaletteProps) {
  const { label, words, onWords, field, groups, above, empty, foot, end } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const items = groups.flatMap((group) => group.items);
  const [marked, setMarked] = useState({ words, key: '' });
  // Another question begins at its first answer; answers that move keep the mark where it was.
  const found = marked.words === words ? items.findIndex((item) => item.key === marked.key) : 0;
  const at = Math.max(0, found);
  const active = items[at];
  const mark = (item: PaletteItem | undefined) => item && setMarked({ words, key: item.key });

  const activeKey = active?.key;
  useEffect(() => {
    if (activeKey === undefined) return;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeKey]);

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') mark(items[(at + 1) % items.length]);
    else if (event.key === 'ArrowUp') mark(items[(at - 1 + items.length) % items.length]);
    else if (event.key === 'PageDown') mark(items[Math.min(at + 8, items.length - 1)]);
    else if (event.key === 'PageUp') mark(items[Math.max(at - 8, 0)]);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onCtrlEnter?.();
    else if (event.key === 'Enter') active?.onChoose();
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && props.onLeave)
      props.onLeave();
    else return;
    event.preventDefault();
  }

  return (
    <div className="pal">
      <div className="pal-in">
        <SearchIcon size="m" className="pal-look" />
        <input
          ref={field}
          className="pal-field"
          role="combobox"
          aria-label={label}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          placeholder={props.placeholder}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          value={words}
          onChange={(event) => onWords(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {words !== '' && (
          <IconButton
            label={props.clearLabel}
            icon={<CloseIcon />}
            onClick={() => {
              onWords('');
              field.current?.focus();
            }}
          />
        )}
        {end}
      </div>
      {above && <div className="pal-above">{above}</div>}
      <div ref={list} id={`${id}-list`} className="pal-list" role="listbox" aria-label={label} tabIndex={-1}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={group.key} role="group" aria-label={group.title}>
            <div className="pal-head" aria-hidden="true">
              {group.title}
              {group.count !== undefined && <span className="pal-count"> {group.count}</span>}
            </div>
            {group.items.map((item) => {
              const place = items.indexOf(item);
              return (
                <Option
                  key={item.key}
                  id={`${id}-${place}`}
                  item={item}
                  active={place === at}
                  onMark={() => mark(item)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {items.length === 0 && empty}
      {foot && <div className="pal-foot">{foot}</div>}
    </div>
  );
}

interface OptionProps {
  id: string;
  item: PaletteItem;
  active: boolean;
  onMark: () => void;
}

function Option({ id, item, active, onMark }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and takes the keys for all of them
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-checked={item.chosen}
      className="pal-item"
      onPointerMove={active ? undefined : onMark}
      // The field keeps the focus, and on a phone its keyboard.
      onPointerDown={(event) => event.preventDefault()}
      onClick={item.onChoose}
    >
      <span className="pal-mark">{item.mark}</span>
      <span className="pal-text">
        <span className="pal-title">{item.title}</span>
        {item.detail && <span className="pal-detail">{item.detail}</span>}
      </span>
      {item.end}
      {item.keys?.map((keys) => (
        <Keys key={keys} keys={keys} />
      ))}
    </div>
  );
}
