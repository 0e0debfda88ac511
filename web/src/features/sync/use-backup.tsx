/** Saves everything on this device as a file, remembers when, and says so. */
import { useCallback, useState } from 'react';
import { exportFile } from '../../db/export';
import { StorageFailure } from '../../db/storage-failure';
import { useActionContext } from '../../db/use-action-context';
import { useDatabase } from '../../db/use-live';
import { orNotStored } from '../../db/write-result';
import { saveFile } from '../../platform/save-file';
import { AlertIcon, DownloadIcon } from '../../ui/icons';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { useSession } from '../account/session-context';
import { setPreference } from '../settings/preferences';
import { localTime } from '../tasks/local-time';
import { storageTroubleWords } from '../undo/not-saved-words';
import { centreWords } from './centre-words';
import { sizeWords } from './size-words';

export interface BackupButton {
  readonly working: boolean;
  /** False: it could not be read, and was said so. */
  readonly save: () => Promise<boolean>;
}

export function useBackup(): BackupButton {
  const t = useWords(centreWords);
  const { store, now, accountId } = useActionContext();
  const db = useDatabase();
  const { account } = useSession();
  const { show } = useToasts();
  const [working, setWorking] = useState(false);

  const save = useCallback(async () => {
    setWorking(true);
    try {
      const at = now();
      const file = await exportFile(db, { exportedAt: at, accountId, accountName: account?.name ?? null });
      const name = `holdfast-${localTime(at).today}.json`;
      saveFile(name, file);
      await orNotStored(() => setPreference(store, 'lastBackupAt', at));
      const detail = `${name}, ${sizeWords(file.size)}`;
      show({ icon: <DownloadIcon />, text: t.backupSaved, detail });
      return true;
    } catch (error) {
      // Every failure here is one of reading this device's storage.
      const trouble = error instanceof StorageFailure ? error.trouble : 'dead';
      show({
        icon: <AlertIcon className="text-ochre" />,
        text: t.backupUnreadable,
        detail: storageTroubleWords(trouble),
      });
      return false;
    } finally {
      setWorking(false);
    }
  }, [store, now, accountId, db, account, show, t]);

  return { working, save };
}
