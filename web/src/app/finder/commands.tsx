/**
 * Commands at work on the page: their keys, and what lies over the page for them. In a chunk of its own; what is
 * pressed before it is there is kept for it.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLiveKept } from '../../db/use-live';
import { DEFAULTS, livePreference } from '../../features/settings/preferences';
import { isApple } from '../../platform/device-name';
import { whenIdle } from '../../platform/idle';
import { writeKeysForMac } from '../../ui/keys';
import { laterPart } from '../../ui/later-part';
import type { KeyInbox } from '../../ui/page-keys';
import { catchTyping } from '../../ui/type-ahead';
import { COMMANDS } from '../commands/commands';
import { readKey } from '../commands/read-key';
import { tasksInHand } from '../commands/tasks-in-hand';
import { type OverlayActs, type PageActs, useCommandWorld } from '../commands/use-command-world';
import type { Finding } from './finding';
import { useSearchHere } from './use-search-here';

const FinderDialog = laterPart(async () => (await import('./finder-dialog')).FinderDialog);
const KeySheet = laterPart(async () => (await import('../commands/key-sheet')).KeySheet);
const Selecting = laterPart(async () => (await import('../../features/selection/selecting')).Selecting);

writeKeysForMac(isApple());

export interface CommandsProps {
  inbox: KeyInbox;
  page: PageActs;
  openTaskId: string | null;
}

const nothing: readonly string[] = [];

export function Commands({ inbox, page, openTaskId }: CommandsProps) {
  const [finding, setFinding] = useState<Finding>({ choose: null, taskIds: nothing });
  // Once opened it stays, so that it closes with its motion.
  const [open, setOpen] = useState<boolean | null>(null);
  const [helping, setHelping] = useState(false);
  useEffect(
    () =>
      whenIdle(() => void Promise.all([FinderDialog.preload(), KeySheet.preload()]).catch(() => undefined)),
    [],
  );

  const find = useCallback((next: Finding) => {
    catchTyping();
    setFinding(next);
    setOpen(true);
  }, []);
  const overlays = useMemo(
    (): OverlayActs => ({
      find: () => find({ choose: null, taskIds: tasksInHand(openTaskId) }),
      choose: (choose, taskIds) => find({ choose, taskIds }),
      help: () => setHelping(true),
    }),
    [find, openTaskId],
  );
  useKeys(inbox, page, overlays, openTaskId);
  useSearchHere();

  return (
    <>
      <Selecting />
      {open !== null && (
        <FinderDialog
          finding={finding}
          open={open}
          page={page}
          overlays={overlays}
          onClose={() => setOpen(false)}
        />
      )}
      {helping && <KeySheet onClose={() => setHelping(false)} />}
    </>
  );
}

function useKeys(inbox: KeyInbox, page: PageActs, overlays: OverlayActs, openTaskId: string | null): void {
  const world = useCommandWorld(page, overlays, nothing);
  const known = useLiveKept(livePreference('letterKeys'), []);
  // A preference that cannot be read is no reason to hear nothing.
  const letters = known.state === 'ready' ? known.value : DEFAULTS.letterKeys;
  const prefix = useRef('');
  const hears = useRef<Parameters<KeyInbox['listen']>[0]>(() => false);
  hears.current = (press) => {
    const taskIds = tasksInHand(openTaskId);
    const reading = readKey(press, prefix.current, COMMANDS, {
      letters,
      onTasks: taskIds.length > 0,
      mayWrite: world.mayWrite,
    });
    prefix.current = reading?.kind === 'wait' ? reading.prefix : '';
    if (reading?.kind === 'wait') return true;
    return reading?.command.run({ ...world, taskIds }) ?? false;
  };
  // Until it is known whether letters are commands, presses wait in the inbox.
  const waits = known.state === 'loading';
  useEffect(() => (waits ? undefined : inbox.listen((press) => hears.current(press))), [inbox, waits]);
}
