/** More, "This device": appearance, backup, installing, what runs here. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { DownloadIcon, GearIcon, HelpIcon, HoldfastIcon, PhoneIcon } from '../../ui/icons';
import { Line, LineButton, LineLink } from '../../ui/line';
import { useWords } from '../../words/use-words';
import { useAppState } from '../install/app-state-context';
import { InstallSteps } from '../install/install-steps';
import { useBackup } from '../sync/use-backup';
import { dateWords } from '../sync/when-words';
import { usePreference } from './use-preference';
import { settingsWords } from './words';

export interface DeviceLinesProps {
  onHelp: () => void;
}

export function DeviceLines({ onHelp }: DeviceLinesProps) {
  const { now } = useActionContext();
  const t = useWords(settingsWords);
  const app = useAppState();
  const [lastBackupAt] = usePreference('lastBackupAt');
  const backup = useBackup();
  const [installing, setInstalling] = useState(false);
  return (
    <>
      <LineLink href="/settings" mark={<GearIcon />} title={t.settings} detail={t.settingsDetail} />
      <LineButton
        mark={<DownloadIcon />}
        title={t.exportBackup}
        detail={
          lastBackupAt === 0
            ? t.everythingOnThisDeviceInOne
            : t.lastOn({ day: dateWords(lastBackupAt, now()) })
        }
        opens
        onPress={() => void backup.save()}
      />
      {(app.install === 'offered' || app.install === 'by-hand') && (
        <LineButton
          mark={<PhoneIcon />}
          title={t.installOnTheHomeScreen}
          detail={t.opensAtOnceOfflineToo}
          opens
          onPress={() => (app.install === 'offered' ? void app.askInstall() : setInstalling(true))}
        />
      )}
      {app.update === 'ready' && (
        <LineButton
          mark={<DownloadIcon />}
          title={t.aNewVersionIsReady}
          detail={t.nothingIsLost}
          end={t.restart}
          onPress={app.acceptUpdate}
        />
      )}
      <LineButton mark={<HelpIcon />} title={t.help} opens onPress={onHelp} />
      <Line
        mark={<HoldfastIcon />}
        title={t.holdfast}
        detail={
          app.build
            ? t.versionAndBuild({ version: app.version, build: app.build })
            : t.versionIs({ version: app.version })
        }
      />
      <InstallSteps open={installing} onClose={() => setInstalling(false)} />
    </>
  );
}
