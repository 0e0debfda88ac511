/**
 * Toasts: one at a time, text and one action. A passing toast goes after 8 s, but stays while it is
 * hovered, focused, or the page is hidden. Staying ones (an update, a reminder) wait below any passing
 * one until they are answered, the newest first.
 *
 *   show(passing)  → passing
 *   show(staying)  → staying
 *   8 s of quiet   → passing gone, staying visible again
 */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '../words/use-words';
import { Button } from './button';
import { IconButton } from './icon-button';
import { CloseIcon } from './icons';
import { uiWords } from './words';

export interface Toast {
  icon?: ReactNode;
  /** "Completed <b>Pay the rent</b>" */
  text: ReactNode;
  detail?: ReactNode;
  action?: { label: string; onPress: () => void } | undefined;
  /** Stays until answered. */
  stays?: boolean | undefined;
  onDismiss?: (() => void) | undefined;
}

export interface Toasts {
  /** Returns what takes it away again, and answers whether it was still there. */
  show: (toast: Toast) => () => boolean;
}

/** `place`: where messages stand while it is there; else they stand over the page. */
const ToastContext = createContext<
  (Toasts & { readonly place: (element: HTMLDivElement | null) => void }) | null
>(null);
const shownFor = 8000;

/** Shows a toast from anywhere below ToastProvider. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToasts needs a ToastProvider above it');
  return toasts;
}

/** For what covers the page, a task's sheet on a phone: messages stand in it, or nobody would see them. */
export function ToastPlace() {
  const toasts = useContext(ToastContext);
  return toasts && <div ref={toasts.place} />;
}

/** Put once, around the whole app. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useWords(uiWords);
  const [state, setState] = useState(emptyToasts);
  /** As it stands, though it is not painted yet. */
  const latest = useRef(emptyToasts);
  const dispatch = useCallback((event: ToastEvent) => {
    latest.current = toastReducer(latest.current, event);
    setState(latest.current);
  }, []);

  const show = useCallback(
    (toast: Toast) => {
      dispatch({ type: 'shown', toast });
      return () => {
        const { passing, staying } = latest.current;
        dispatch({ type: 'gone', toast });
        return passing === toast || staying.includes(toast);
      };
    },
    [dispatch],
  );

  const [place, setPlace] = useState<HTMLDivElement | null>(null);

  const visible = state.passing ?? state.staying.at(-1);
  // The region is always there, so that what appears in it is read.
  const region = (
    <section className="toasts" aria-label={t.messages}>
      <div role="status">
        {visible && (
          <ToastCard
            key={state.count}
            toast={visible}
            onGone={() => dispatch({ type: 'gone', toast: visible })}
          />
        )}
      </div>
    </section>
  );
  return (
    <ToastContext value={useMemo(() => ({ show, place: setPlace }), [show])}>
      {children}
      {place ? createPortal(region, place) : region}
    </ToastContext>
  );
}

interface ToastState {
  passing: Toast | null;
  staying: readonly Toast[];
  /** Counts appearances: a new key starts the 8 s anew. */
  count: number;
}

type ToastEvent = { type: 'shown'; toast: Toast } | { type: 'gone'; toast: Toast };

const emptyToasts: ToastState = { passing: null, staying: [], count: 0 };

function toastReducer(state: ToastState, { type, toast }: ToastEvent): ToastState {
  const others = state.staying.filter((one) => one !== toast);
  if (type === 'gone')
    return { ...state, passing: state.passing === toast ? null : state.passing, staying: others };
  const count = state.count + 1;
  return toast.stays ? { ...state, count, staying: [...others, toast] } : { ...state, count, passing: toast };
}

export function ToastCard({ toast, onGone }: { toast: Toast; onGone: () => void }) {
  const t = useWords(uiWords);
  const [held, setHeld] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  // With each painting: a toast that waited below another comes into the same card.
  useLayoutEffect(() => tellHeight(card.current));

  useEffect(() => {
    if (toast.stays || held) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const start = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(onGone, shownFor);
    };
    start();
    document.addEventListener('visibilitychange', start);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', start);
    };
  }, [toast, held, onGone]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while a pointer or the focus is on it
    <div
      ref={card}
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.icon}
      <p>
        {toast.text}
        {toast.detail && <span className="toast-detail">{toast.detail}</span>}
      </p>
      {toast.action && (
        <Button
          kind="text"
          onClick={() => {
            toast.action?.onPress();
            onGone();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      {toast.stays && (
        <IconButton
          label={t.later}
          icon={<CloseIcon />}
          onClick={() => {
            toast.onDismiss?.();
            onGone();
          }}
        />
      )}
    </div>
  );
}

/** What stands at the bottom makes way for as many lines as it has. */
const tellHeight = (card: HTMLElement | null): void =>
  card?.ownerDocument.body.style.setProperty('--toast-height', `${card.offsetHeight}px`);
