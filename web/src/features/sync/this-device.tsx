/** What this device holds, how much room it takes, whether the browser keeps it, and the way to a file. */
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { clockTime } from '../../platform/clock';
import { Button } from '../../ui/button';
import { Fact, Facts } from '../../ui/facts';
import { DownloadIcon } from '../../ui/icons';
import { useWords } from '../../words/use-words';
import { liveKeptHere } from '../account/kept-here';
import { useSession } from '../account/session-context';
import { usePreference } from '../settings/use-preference';
import { centreWords } from './centre-words';
import { RoomFact, SafeFact } from './storage-facts';
import { useSync } from './sync-context';
import { useBackup } from './use-backup';
import { VerifyDevice } from './verify-device';
import { dateWords, sinceWords } from './when-words';

export function ThisDevice() {
  const t = useWords(centreWords);
  const { now } = useActionContext();
  const session = useSession();
  const { asOf } = useSync();
  const ids = session.workspaces.length > 0 ? session.workspaces.map((one) => one.id) : [session.workspaceId];
  const kept = useLive(liveKeptHere(ids), [ids.join()]);
  const [lastBackupAt] = usePreference('lastBackupAt');
  const backup = useBackup();
  const at = now();
  return (
    <aside className="pt-8 md:pt-2" aria-label={t.thisDevice}>
      <h2 className="h3 mb-1">{t.thisDevice}</h2>
      <Facts>
        {session.account && (
          <Fact name={t.lastSync}>{asOf === null ? t.notYet : sinceWords(asOf, at, clockTime)}</Fact>
        )}
        <Fact name={t.keptHere}>{kept.state === 'ready' ? keptWords(kept.value) : '…'}</Fact>
        <RoomFact />
        <SafeFact />
        <Fact name={t.lastBackup}>{lastBackupAt === 0 ? t.never : dateWords(lastBackupAt, at)}</Fact>
      </Facts>
      <Button
        wide
        icon={<DownloadIcon />}
        className="mt-4"
        sending={backup.working && t.reading}
        onClick={() => void backup.save()}
      >
        {t.exportBackup}
      </Button>
      <p className="help mt-2">{t.whatBackupHolds}</p>
      {session.standing === 'in' && <VerifyDevice workspaceIds={ids} />}
    </aside>
  );
}

function keptWords({ tasks, projects }: { readonly tasks: number; readonly projects: number }): string {
  const t = centreWords.get();
  return t.kept({ tasks: t.keptTasks(tasks), projects: t.keptProjects(projects) });
}
