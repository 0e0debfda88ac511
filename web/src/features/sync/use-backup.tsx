/** Saves everything on this device as a file, remembers when, and says so. */
import { useCallback, useState } from 'react';
import { inWords } from '../../db/mutate';
import { StorageFailure } from '../../db/storage-failure';
import { useActionContext } from '../../db/use-action-context';
import { saveFile } from '../../platform/save-file';
import { AlertIcon, DownloadIcon } from '../../ui/icons';
import { useToasts } from '../../ui/toast';
import { useSession } from '../account/session-context';
import { setPreference } from '../settings/preferences';
import { localTime } from '../tasks/use-clock';
import { backupName, readBackup } from './backup';
import { sizeWords } from './size-words';

export interface BackupButton {
  readonly working: boolean;
  /** False: it could not be read, and was said so. */
  readonly save: () => Promise<boolean>;
}

export function useBackup(): BackupButton {
  const { store, now } = useActionContext();
  const { account, workspaces } = useSession();
  const { show } = useToasts();
  const [working, setWorking] = useState(false);

  const save = useCallback(async () => {
    setWorking(true);
    try {
      const at = now();
      const backup = await readBackup(store, {
        account: account && { email: account.email, name: account.name },
        workspaces: workspaces.map(({ id, name }) => ({ id, name })),
        now: at,
      });
      const name = backupName(localTime(at).today);
      const file = new Blob([JSON.stringify(backup)], { type: 'application/json' });
      saveFile(name, file);
      await setPreference(store, 'lastBackupAt', at).catch(() => undefined);
      const detail = `${name}, ${sizeWords(file.size)}`;
      show({ icon: <DownloadIcon />, text: 'Backup saved to Downloads', detail });
      return true;
    } catch (error) {
      // Every failure here is one of reading this device's storage.
      const failure = error instanceof StorageFailure ? error : new StorageFailure('dead', error);
      show({
        icon: <AlertIcon className="text-ochre" />,
        text: 'The backup could not be read',
        detail: inWords(failure).words,
      });
      return false;
    } finally {
      setWorking(false);
    }
  }, [store, now, account, workspaces, show]);

  return { working, save };
}
