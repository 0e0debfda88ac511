/** The settings, with the sheet of all keys. */
import { useState } from 'react';
import { SettingsPage as Settings } from '../../features/settings/settings-page';
import { KeySheet } from '../commands/key-sheet';

export function SettingsPage() {
  const [keys, setKeys] = useState(false);
  return (
    <>
      <Settings onAllKeys={() => setKeys(true)} />
      {keys && <KeySheet onClose={() => setKeys(false)} />}
    </>
  );
}
