/** More, "This device": appearance, backup, installing, what runs here. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useActionContext } from '../../db/use-action-context';
import { DownloadIcon, HelpIcon, MoonIcon, PhoneIcon } from '../../ui/icons';
import { Line, LineButton } from '../../ui/line';
import { useAppState } from '../install/app-state-context';
import { InstallSteps } from '../install/install-steps';
import { useBackup } from '../sync/use-backup';
import { dateWords } from '../sync/when-words';
import { THEME_WORDS } from './appearance-choice';
import { usePreference } from './use-preference';

export function DeviceLines() {
  const { now } = useActionContext();
  const app = useAppState();
  const [theme] = usePreference('theme');
  const [lastBackupAt] = usePreference('lastBackupAt');
  const backup = useBackup();
  const [, go] = useLocation();
  const [installing, setInstalling] = useState(false);
  return (
    <>
      <LineButton
        mark={<MoonIcon />}
        title="Appearance"
        end={THEME_WORDS[theme]}
        opens
        onPress={() => go('/settings')}
      />
      <LineButton
        mark={<DownloadIcon />}
        title="Export backup"
        detail={
          lastBackupAt === 0
            ? 'Everything on this device in one file'
            : `Last on ${dateWords(lastBackupAt, now())}`
        }
        opens
        onPress={() => void backup.save()}
      />
      {(app.install === 'offered' || app.install === 'by-hand') && (
        <LineButton
          mark={<PhoneIcon />}
          title="Install on the home screen"
          detail="Opens at once, offline too"
          opens
          onPress={() => (app.install === 'offered' ? void app.askInstall() : setInstalling(true))}
        />
      )}
      {app.update === 'ready' && (
        <LineButton
          mark={<DownloadIcon />}
          title="A new version is ready"
          detail="Nothing is lost"
          end="Restart"
          onPress={app.acceptUpdate}
        />
      )}
      <Line
        mark={<HelpIcon />}
        title="Holdfast"
        detail={`Version ${app.version}${app.build ? `, build ${app.build}` : ''}`}
      />
      <InstallSteps open={installing} onClose={() => setInstalling(false)} />
    </>
  );
}
