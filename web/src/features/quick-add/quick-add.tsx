/** Quick add over whatever is on the screen. Closing keeps the draft. */
import { newId } from '@holdfast/shared/sync/ids';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { StorageFailure, type StorageTrouble } from '../../db/storage-failure';
import { useActionContext } from '../../db/use-action-context';
import { holdUnsaved } from '../../platform/unsaved';
import { onVisibility } from '../../platform/visibility';
import { Dialog } from '../../ui/overlays';
import { useWords } from '../../words/use-words';
import { addTasks } from '../tasks/add-tasks';
import { useOfferUnstored } from '../tasks/use-offer-unstored';
import { storageTroubleWords } from '../undo/not-saved-words';
import { useWriter } from '../undo/undo-provider';
import { keepDraft, readDraft } from './draft-store';
import { behind, emptyDraft, type NewTask, type QuickAddDraft, typedSince } from './new-task';
import { QuickAddForm } from './quick-add-form';
import type { QuickAddStart } from './quick-add-start';
import { linesFrom } from './task-lines';
import { useQuickAddWorld } from './use-quick-add-world';
import { quickAddWords } from './words';

export interface QuickAddProps {
  open: boolean;
  /** Where it was opened from; what the draft says comes first. */
  start: QuickAddStart;
  offline: boolean;
  /** Stored: it is on this device. */
  onAdded: (id: string, task: NewTask) => void;
  onClose: () => void;
}

const writeAfter = 300;

interface Unkept {
  readonly draft: QuickAddDraft;
  readonly trouble: StorageTrouble;
}

function without(unkept: ReadonlyMap<string, Unkept>, workspaceId: string): ReadonlyMap<string, Unkept> {
  if (!unkept.has(workspaceId)) return unkept;
  const others = new Map(unkept);
  others.delete(workspaceId);
  return others;
}

const textOf = ({ line, notes }: QuickAddDraft): string =>
  [line, notes].filter((part) => part.trim() !== '').join('\n');

/** Of several the toast says so, and takes them back together; one alone is said by whoever shows its list. */
const several = (stored: number, asked: number): string | undefined =>
  asked > 1 && stored > 0 ? quickAddWords.get().addedSeveral(stored) : undefined;

export function QuickAdd({ open, start, offline, onAdded, onClose }: QuickAddProps) {
  const t = useWords(quickAddWords);
  const ctx = useActionContext();
  const world = useQuickAddWorld();
  const { write } = useWriter();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<QuickAddDraft>(emptyDraft);
  const [from, setFrom] = useState(start);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef<QuickAddDraft>(emptyDraft);
  /** As it was read, or not read yet: there is nothing of it to keep. */
  const untouched = useRef<QuickAddDraft>(emptyDraft);
  /** Until what was kept is in the field: it comes first, whether or not the field is still there then. */
  const reading = useRef<Promise<QuickAddDraft> | null>(null);
  const storing = useRef<Promise<void>>(Promise.resolve());
  const isOpen = useRef(open);
  isOpen.current = open;
  /** What a device had no room for, by its workspace: as long as the page lives, it is kept here. */
  const [unkept, setUnkept] = useState<ReadonlyMap<string, Unkept>>(new Map());
  const unkeptNow = useRef(unkept);
  unkeptNow.current = unkept;
  const offer = useOfferUnstored();

  const keep = useCallback(
    (now: boolean) => {
      clearTimeout(timer.current);
      const store = async () => {
        const typed = latest.current;
        if (typed === untouched.current) return;
        const draft = reading.current === null ? typed : behind(await reading.current, typed);
        try {
          await keepDraft(ctx, draft);
          setUnkept((before) => without(before, ctx.workspaceId));
        } catch (error) {
          if (!(error instanceof StorageFailure)) throw error;
          const { trouble } = error;
          setUnkept((before) => new Map(before).set(ctx.workspaceId, { draft, trouble }));
        }
      };
      const start = () => {
        storing.current = store();
      };
      if (now) start();
      else timer.current = setTimeout(start, writeAfter);
    },
    [ctx],
  );

  // A line under the fingers is not taken away by an update, though its draft would survive it.
  const typing = open && textOf(draft) !== '';
  useEffect(() => (typing ? holdUnsaved() : undefined), [typing]);

  // While it is open, the task itself will say why it could not be stored. Closed, the line is nowhere to be seen.
  const hidden = open ? undefined : unkept.get(ctx.workspaceId);
  useEffect(() => {
    if (hidden === undefined || textOf(hidden.draft) === '') return;
    const release = holdUnsaved();
    const takeAway = offer(textOf(hidden.draft), storageTroubleWords(hidden.trouble));
    return () => {
      release();
      takeAway();
    };
  }, [hidden, offer]);

  // The system may end the app without a word once it is out of sight: what stands in the field is kept before.
  useEffect(() => (open ? onVisibility((visible) => !visible && keep(true)) : undefined), [open, keep]);

  // Each opening starts from what was kept. Where it cannot be read, an empty line is no loss.
  useEffect(() => {
    if (!open) return;
    setFrom(start);
    let current = true;
    latest.current = emptyDraft;
    untouched.current = emptyDraft;
    setDraft(emptyDraft);
    const here = unkeptNow.current.get(ctx.workspaceId)?.draft;
    // What the opening before left behind is stored first.
    const read = () => readDraft(ctx).catch(() => emptyDraft);
    const before = here === undefined ? storing.current.then(read, read) : Promise.resolve(here);
    reading.current = before;
    void before.then((kept) => {
      if (!current) return;
      reading.current = null;
      latest.current = behind(kept, latest.current);
      if (here === undefined) untouched.current = kept;
      setDraft(latest.current);
    });
    return () => {
      current = false;
    };
  }, [open, start, ctx]);

  const onDraft = useCallback(
    (next: QuickAddDraft) => {
      latest.current = next;
      setDraft(next);
      keep(false);
    },
    [keep],
  );

  const close = useCallback(() => {
    keep(true);
    // The history goes back first, and the dialog closes when it has: meanwhile keys are the page's.
    field.current?.blur();
    onClose();
  }, [keep, onClose]);

  const add = useCallback(
    async (tasks: readonly NewTask[]) => {
      const drafts = tasks.map((task) => ({ ...task, id: newId(ctx) }));
      const { results, stored } = await addTasks(ctx, drafts);
      const refusal = await write(
        results.map((result) => Promise.resolve(result)),
        {
          inField: true,
          said: several(stored, tasks.length),
        },
      );
      const [only] = drafts;
      if (refusal === null && only && tasks.length === 1) onAdded(only.id, only);
      // What is stored is not added once more by the next press.
      else if (stored > 0 && refusal !== null)
        onDraft({ ...latest.current, line: linesFrom(latest.current.line, stored) });
      return refusal;
    },
    [ctx, write, onAdded, onDraft],
  );

  return (
    <Dialog open={open} onClose={close} title={t.newTask} hideTitle place="high" initialFocus={field}>
      <QuickAddForm
        world={world}
        draft={draft}
        onDraft={onDraft}
        start={from}
        onStart={setFrom}
        add={add}
        onAdded={(stay, added) => {
          const next = typedSince(added, latest.current);
          // Before the next key: typed into the line as it was, it would bring that line back.
          flushSync(() => onDraft(next));
          // Whoever types on is not done: closed now, the page would take the next letters for its keys.
          const typesOn = next.line !== '' || next.notes !== '';
          if (isOpen.current && !stay && !typesOn) close();
          // What is a task now is no draft any more, whatever becomes of the page; closing sees to it itself.
          else keep(true);
        }}
        offline={offline}
        field={field}
      />
    </Dialog>
  );
}
