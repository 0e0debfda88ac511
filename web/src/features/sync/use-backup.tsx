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
  const { account, workspaces, workspaceId } = useSession();
  const { show } = useToasts();
  const [working, setWorking] = useState(false);

  const save = useCallback(async () => {
    setWorking(true);
    try {
      const at = now();
      const named = workspaces.length > 0 ? workspaces : [{ id: workspaceId, name: 'This device' }];
      const backup = await readBackup(store, {
        account: account && { email: account.email, name: account.name },
        workspaces: named.map(({ id, name }) => ({ id, name })),
        now: at,
      });
      const text = JSON.stringify(backup, null, 1);
      const name = backupName(localTime(at).today);
      saveFile(name, text);
      await setPreference(store, 'lastBackupAt', at).catch(() => undefined);
      show({
        icon: <DownloadIcon />,
        text: 'Backup saved to Downloads',
        detail: `${name}, ${sizeWords(text.length)}`,
      });
      return true;
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error;
      show({ icon: <AlertIcon className="text-ochre" />, text: inWords(error).words });
      return false;
    } finally {
      setWorking(false);
    }
  }, [store, now, account, workspaces, workspaceId, show]);

  return { working, save };
}
