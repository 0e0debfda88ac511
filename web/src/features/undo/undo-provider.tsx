/**
 * Every write of a screen goes through here: what it did is said in a toast with Undo, what was refused is said in
 * words, and Ctrl Z takes back the last thing.
 */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef } from 'react';
import type { Saved, WriteResult } from '../../db/mutate';
import { useActionContext } from '../../db/use-action-context';
import { AlertIcon, CheckIcon } from '../../ui/icons';
import { useToasts } from '../../ui/toast';
import { undo } from './actions';

export interface Writing {
  /** Says the refusal in a toast, unless `inField`: then the caller shows the words that it gets. */
  readonly inField?: boolean;
  /** The toast's words once it is stored; without them nothing is said. */
  readonly said?: ReactNode;
}

export interface Writer {
  /** Null once all of it is stored; words of the first refusal. */
  readonly write: (actions: readonly Promise<WriteResult>[], how?: Writing) => Promise<string | null>;
  readonly undoLast: () => void;
  readonly redoLast: () => void;
}

const WriterContext = createContext<Writer | null>(null);
/** How many steps back there are. */
const kept = 50;

export function useWriter(): Writer {
  const writer = useContext(WriterContext);
  if (!writer) throw new Error('useWriter needs an UndoProvider above it');
  return writer;
}

export function UndoProvider({ children }: { children: ReactNode }) {
  const ctx = useActionContext();
  const { show } = useToasts();
  const done = useRef<(readonly Saved[])[]>([]);
  const undone = useRef<(readonly Saved[])[]>([]);
  /** What takes a step's toast away: it offers to undo what is undone. */
  const toasts = useRef(new WeakMap<readonly Saved[], () => void>());

  /** Takes `step` back; what that did is kept in `into`, so that it can be taken back in turn. */
  const takeBack = useCallback(
    async (step: readonly Saved[], into: (readonly Saved[])[]) => {
      toasts.current.get(step)?.();
      const results = await Promise.all(step.toReversed().map((saved) => undo(ctx, saved)));
      const inverse = results.filter((result): result is Saved => result.kind === 'saved');
      if (inverse.length > 0) into.push(inverse.toReversed());
      const refusal = results.map(refusalOf).find((words) => words !== null);
      if (refusal) show({ icon: <AlertIcon className="text-ochre" />, text: refusal });
      else if (inverse.some((saved) => saved.left.length > 0))
        show({ text: 'Undone, but for what somebody has changed since.' });
    },
    [ctx, show],
  );

  const write = useCallback(
    async (actions: readonly Promise<WriteResult>[], { inField = false, said }: Writing = {}) => {
      const results = await Promise.all(actions);
      const refusal = results.map(refusalOf).find((words) => words !== null) ?? null;
      if (refusal !== null && !inField) show({ icon: <AlertIcon className="text-ochre" />, text: refusal });
      const step = results.filter((result): result is Saved => result.kind === 'saved');
      if (step.length === 0) return refusal;
      done.current = [...done.current.slice(1 - kept), step];
      undone.current = [];
      if (said !== undefined) {
        const onPress = () => {
          done.current = done.current.filter((each) => each !== step);
          void takeBack(step, undone.current);
        };
        const icon = <CheckIcon className="text-kelp" />;
        toasts.current.set(step, show({ icon, text: said, action: { label: 'Undo', onPress } }));
      }
      return refusal;
    },
    [show, takeBack],
  );

  const undoLast = useCallback(() => {
    const step = done.current.pop();
    if (step) void takeBack(step, undone.current);
  }, [takeBack]);
  const redoLast = useCallback(() => {
    const step = undone.current.pop();
    if (step) void takeBack(step, done.current);
  }, [takeBack]);

  const writer = useMemo(() => ({ write, undoLast, redoLast }), [write, undoLast, redoLast]);
  return <WriterContext value={writer}>{children}</WriterContext>;
}

function refusalOf(result: WriteResult): string | null {
  return 'words' in result ? result.words : null;
}
