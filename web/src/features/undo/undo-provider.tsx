/**
 * Every write of a screen goes through here: what it did is said in a toast with Undo, what was refused is said in
 * words. Ctrl Z takes back the last thing done on this device, before the reload and after it, and says what.
 */
import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react';
import type { Turned, TurnResult } from '../../db/done';
import { onLiveConnection } from '../../db/live-connection';
import { createReader } from '../../db/reader';
import { StorageFailure, type StorageTrouble } from '../../db/storage-failure';
import { useActionContext } from '../../db/use-action-context';
import { useDatabase } from '../../db/use-live';
import type { Saved, WriteResult } from '../../db/write-result';
import { actHere } from '../../platform/stillness';
import { AlertIcon, CheckIcon } from '../../ui/icons';
import { Say } from '../../ui/say';
import { Sentence } from '../../ui/sentence';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { localTime } from '../tasks/local-time';
import { redoDone, redoLast, undoDone, undoLast } from './actions';
import { notSavedWords, storageTroubleWords } from './not-saved-words';
import type { TurnedWords } from './turned-words';
import { undoWords } from './words';

export interface Writing {
  /** Says the refusal in a toast, unless `inField`: then the caller shows the words that it gets. */
  readonly inField?: boolean;
  /** The toast's words once it is stored, perhaps from what was; without them nothing is said. */
  readonly said?: ReactNode | ((saved: readonly Saved[]) => ReactNode);
  /** Where the message of the one before still stands, one for all of them takes its place, and undoes them all. */
  readonly saidTogether?: (count: number) => ReactNode;
}

/** Things of one kind, done one after the other while their message stood. */
interface Together {
  readonly saidTogether: NonNullable<Writing['saidTogether']>;
  readonly ids: readonly string[];
  /** The row of each. */
  readonly rows: ReadonlySet<string>;
  readonly takeAway: () => boolean;
}

export interface Writer {
  /** Null once all of it is stored; words of the first refusal. */
  readonly write: (actions: readonly Promise<WriteResult>[], how?: Writing) => Promise<string | null>;
  readonly undoLast: () => void;
  readonly redoLast: () => void;
  /** Of things done here, by their ids (`DoneEntry`). */
  readonly undoDone: (ids: readonly string[]) => void;
  readonly redoDone: (ids: readonly string[]) => void;
}

const WriterContext = createContext<Writer | null>(null);

export function useWriter(): Writer {
  const writer = useContext(WriterContext);
  if (!writer) throw new Error('useWriter needs an UndoProvider above it');
  return writer;
}

export function UndoProvider({ children }: { children: ReactNode }) {
  const t = useWords(undoWords);
  const ctx = useActionContext();
  const db = useDatabase();
  const { show } = useToasts();
  /** What takes a thing's toast away: it offers to undo what is undone. */
  const toasts = useRef(new Map<string, () => void>());
  const together = useRef<Together | null>(null);
  /** What takes away the warning that storage does not take anything: it is wrong once something is stored. */
  const troubleToast = useRef<(() => void) | null>(null);

  const writer = useMemo((): Writer => {
    const warn = (text: string) => show({ icon: <AlertIcon className="text-ochre" />, text });

    function onTrouble(trouble: StorageTrouble): void {
      troubleToast.current = warn(storageTroubleWords(trouble));
    }
    function onStored(): void {
      // A slow device may have taken longer than what follows an act at once.
      actHere();
      troubleToast.current?.();
      troubleToast.current = null;
    }

    /** `quiet`: whoever asked saw what they asked for; only what was left alone is said. */
    async function turned(asked: Promise<TurnResult>, quiet: boolean): Promise<void> {
      actHere();
      const result = await asked;
      if (result.kind === 'nothing') return;
      if (result.kind === 'not_stored') return onTrouble(result.trouble);
      onStored();
      for (const { id } of result.entries) {
        toasts.current.get(id)?.();
        toasts.current.delete(id);
      }
      if (quiet && result.left.length === 0 && result.refused.length === 0) return;
      const words = await wordsOf(result);
      if (words === null) return;
      const isWhole = words.stays.length === 0;
      show({
        icon: isWhole ? <CheckIcon className="text-kelp" /> : <AlertIcon className="text-ochre" />,
        text: (
          <Sentence
            words={isWhole ? '{first}' : t.andThen}
            first={<Say said={words.said} />}
            then={words.stays.join(' ')}
          />
        ),
        action: result.changed > 0 ? backFrom(result) : undefined,
      });
    }

    /** Null where the database went meanwhile: then that is what the screen says. */
    async function wordsOf(result: Turned): Promise<TurnedWords | null> {
      const { sayTurned } = await import('./say-turned');
      const { today } = localTime(ctx.now());
      try {
        return await onLiveConnection(db, () => sayTurned(createReader(db), ctx.accountId, result, today));
      } catch (error) {
        if (error instanceof StorageFailure) return null;
        throw error;
      }
    }

    function backFrom({ to, entries }: Turned) {
      const ids = entries.map((entry) => entry.id);
      return to === 'undone'
        ? { label: t.doAgain, onPress: () => void turned(redoDone(ctx, ids), true) }
        : { label: t.undo, onPress: () => void turned(undoDone(ctx, ids), true) };
    }

    return {
      async write(actions, { inField = false, said, saidTogether } = {}) {
        actHere();
        const results = await Promise.all(actions);
        const refusal = results.map(notSavedWords).find((words) => words !== null) ?? null;
        const notStored = results.find((result) => result.kind === 'not_stored');
        const saved = results.filter((result) => result.kind === 'saved');
        if (notStored === undefined && saved.length > 0) onStored();
        if (refusal !== null && !inField) {
          if (notStored) onTrouble(notStored.trouble);
          else warn(refusal);
        }
        if (saved.length === 0 || said === undefined) return refusal;
        const last = together.current;
        const now = saved.flatMap(({ rows }) => rows.slice(0, 1).map((row) => row.id));
        const goesOn = saidTogether && last?.saidTogether === saidTogether && last.takeAway();
        // Done once more it is counted, and taken back, once.
        const before = goesOn && !now.some((id) => last.rows.has(id)) ? last : undefined;
        const ids = [...(before?.ids ?? []), ...saved.map(({ doneId }) => doneId)];
        const rows = new Set([...(before?.rows ?? []), ...now]);
        const alone = () => (typeof said === 'function' ? said(saved) : said);
        const takeAway = show({
          icon: <CheckIcon className="text-kelp" />,
          text: before ? before.saidTogether(rows.size) : alone(),
          action: { label: t.undo, onPress: () => void turned(undoDone(ctx, ids), true) },
        });
        toasts.current = new Map(ids.map((id) => [id, takeAway]));
        together.current = saidTogether ? { saidTogether, ids, rows, takeAway } : null;
        return refusal;
      },
      undoLast: () => void turned(undoLast(ctx), false),
      redoLast: () => void turned(redoLast(ctx), false),
      undoDone: (ids) => void turned(undoDone(ctx, ids), true),
      redoDone: (ids) => void turned(redoDone(ctx, ids), true),
    };
  }, [ctx, db, show, t]);

  return <WriterContext value={writer}>{children}</WriterContext>;
}
