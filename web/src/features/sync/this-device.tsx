/** What this device holds, how much room it takes, whether the browser keeps it, and the way to a file. */
import { useEffect, useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { clockTime } from '../../platform/page';
import { askToPersist, isPersisted } from '../../platform/persist';
import { type StorageRoom, storageRoom } from '../../platform/storage-room';
import { Button } from '../../ui/button';
import { Fact, Facts } from '../../ui/facts';
import { CheckIcon, DownloadIcon } from '../../ui/icons';
import { Meter } from '../../ui/progress';
import { liveKeptHere } from '../account/kept-here';
import { useSession } from '../account/session-context';
import { usePreference } from '../settings/use-preference';
import { sizeWords } from './size-words';
import { useSync } from './sync-context';
import { useBackup } from './use-backup';
import { VerifyDevice } from './verify-device';
import { dateWords, sinceWords } from './when-words';

export function ThisDevice() {
  const { now } = useActionContext();
  const session = useSession();
  const { asOf } = useSync();
  const ids = session.workspaces.length > 0 ? session.workspaces.map((one) => one.id) : [session.workspaceId];
  const kept = useLive(liveKeptHere(ids), [ids.join()]);
  const [lastBackupAt] = usePreference('lastBackupAt');
  const backup = useBackup();
  const room = useStorageRoom();
  const at = now();
  return (
    <aside className="pt-8 md:pt-2" aria-label="This device">
      <h2 className="h3 mb-1">This device</h2>
      <Facts>
        {session.account && (
          <Fact name="Last sync">{asOf === null ? 'Not yet' : sinceWords(asOf, at, clockTime)}</Fact>
        )}
        <Fact name="Kept here">{kept.state === 'ready' ? keptWords(kept.value) : '…'}</Fact>
        {room && (
          <Fact name="Storage">
            {sizeWords(room.used)} of {sizeWords(room.most)}
            <Meter label="Storage used" value={room.used} most={room.most} size="s" tone="quiet" />
          </Fact>
        )}
        <Fact name="Safe from clean-up">
          <SafeFromCleanUp />
        </Fact>
        <Fact name="Last backup">{lastBackupAt === 0 ? 'Never' : dateWords(lastBackupAt, at)}</Fact>
      </Facts>
      <Button
        wide
        icon={<DownloadIcon />}
        className="mt-4"
        sending={backup.working && 'Reading…'}
        onClick={() => void backup.save()}
      >
        Export backup
      </Button>
      <p className="help mt-2">
        One file with every task, project and label on this device, waiting changes included. Works offline.
      </p>
      {session.standing === 'in' && <VerifyDevice workspaceIds={ids} />}
    </aside>
  );
}

function keptWords({ tasks, projects }: { readonly tasks: number; readonly projects: number }): string {
  const many = (count: number, one: string) =>
    `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
  return `${many(tasks, 'task')}, ${many(projects, 'project')}`;
}

function useStorageRoom(): StorageRoom | null {
  const [room, setRoom] = useState<StorageRoom | null>(null);
  useEffect(() => {
    let current = true;
    void storageRoom().then((found) => current && setRoom(found));
    return () => {
      current = false;
    };
  }, []);
  return room;
}

/** The browser's answer, and the question. It may say no: then it says what helps. */
function SafeFromCleanUp() {
  const [safe, setSafe] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    let current = true;
    void isPersisted().then((answer) => current && setSafe(answer));
    return () => {
      current = false;
    };
  }, []);
  if (safe === null) return '…';
  if (safe)
    return (
      <span className="inline-flex items-center gap-1.5">
        <CheckIcon size="s" className="text-kelp" />
        Yes
      </span>
    );
  if (refused) return 'Not yet: install Holdfast, and the browser keeps it.';
  return (
    <Button
      kind="text"
      size="head"
      onClick={() =>
        void askToPersist().then((answer) => {
          setSafe(answer);
          setRefused(!answer);
        })
      }
    >
      No. Ask the browser
    </Button>
  );
}
