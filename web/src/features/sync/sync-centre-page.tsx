/** The sync centre: where every change is, what needs its author, what this device holds. */
import { useMemo } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { copyText } from '../../platform/clipboard';
import { clockTime } from '../../platform/clock';
import { Page } from '../../ui/app-frame';
import { Note } from '../../ui/banner';
import { Button, ButtonLink } from '../../ui/button';
import { DownloadIcon } from '../../ui/icons';
import { BackBar } from '../../ui/page-header';
import { SectionHeader } from '../../ui/section-header';
import { SyncHead } from '../../ui/sync-says';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { useSession } from '../account/session-context';
import { useCheckNow } from '../gestures/use-check-now';
import { HoldList } from '../holds/hold-list';
import { useAppState } from '../install/app-state-context';
import { DiaryList } from '../merges/diary-list';
import { useDirectory } from '../tasks/directory';
import { ReadTrouble } from '../tasks/read-trouble';
import { ThingsDone } from '../undo/things-done';
import { AppBanner } from './app-banner';
import { centreHead } from './centre-head';
import { type Centre, liveCentre } from './centre-query';
import { centreWords } from './centre-words';
import { LineList } from './line-list';
import { NeedYou } from './need-you';
import { SHAPE, useSync } from './sync-context';
import { ThisDevice } from './this-device';
import { useBackup } from './use-backup';

const MOST = 50;
const nothing: Centre = {
  refusals: [],
  waiting: [],
  waitingCount: 0,
  sent: [],
  sentCount: 0,
};

export function SyncCentrePage() {
  const t = useWords(centreWords);
  const view = useSync();
  const session = useSession();
  const { accountId } = useActionContext();
  const { today } = useDirectory();
  const { show } = useToasts();
  const { storage } = useAppState();
  const backup = useBackup();
  const checkNow = useCheckNow();
  const workspaces = useMemo(
    () =>
      session.workspaces.length > 0 ? session.workspaces : [{ id: session.workspaceId, name: t.thisDevice }],
    [session.workspaces, session.workspaceId, t],
  );
  const live = useLiveKept(
    liveCentre({ workspaces, accountId, today, startsAt: startOf(today), most: MOST }),
    [workspaces, accountId, today],
  );
  const workspaceIds = useMemo(() => workspaces.map(({ id }) => id), [workspaces]);
  const centre = live.state === 'ready' ? live.value : nothing;
  const { statement } = view;
  const active = workspaces.find((one) => one.id === session.workspaceId)?.name ?? t.thisWorkspace;
  const head = centreHead(view, active, clockTime);
  const has = view.alone ? t.yourAccountHasIt : t.everyoneHasIt;

  const copy = (text: string) =>
    void copyText(text).then((copied) => show({ text: copied ? t.copied : text }));

  return (
    <Page
      width="wide"
      banner={<AppBanner underHeading />}
      header={<BackBar title={t.syncCentre} href="/more" phoneOnly />}
    >
      <div className="pt-2 md:pt-8 lg:grid lg:grid-cols-[minmax(0,1fr)_300px] lg:gap-12">
        <div className="min-w-0">
          <SyncHead
            shape={SHAPE[statement.kind]}
            title={head.title}
            sent={
              statement.kind === 'syncing' && view.moving
                ? { value: view.moving.done, most: view.moving.total }
                : undefined
            }
          >
            {head.words}
          </SyncHead>
          {statement.kind === 'not-saved' && storage !== 'outdated' && (
            <div className="mb-4 mt-2">
              <Button
                kind="main"
                icon={<DownloadIcon />}
                sending={backup.working && t.reading}
                onClick={() => void backup.save()}
              >
                {t.exportBackup}
              </Button>
            </div>
          )}
          {session.standing === 'none' && statement.kind !== 'not-saved' && (
            <div className="mb-4 mt-2 flex flex-wrap gap-2">
              <ButtonLink kind="main" href="/sign-up">
                {t.createAnAccount}
              </ButtonLink>
              <ButtonLink href="/sign-in">{t.signIn}</ButtonLink>
            </div>
          )}
          {session.standing === 'out' && (
            <div className="mb-4 mt-2">
              <ButtonLink kind="main" href="/sign-in">
                {t.signIn}
              </ButtonLink>
            </div>
          )}
          {view.unknownWorkspaces.map((id) => (
            <div key={id} className="mb-3">
              <Note
                lead={t.unknownWorkspace({
                  name: workspaces.find((one) => one.id === id)?.name ?? t.aWorkspace,
                })}
              >
                {t.nothingRemoved}
              </Note>
            </div>
          ))}
          {live.state === 'error' && <ReadTrouble failure={live.failure} onRetry={view.syncNow} />}
          <NeedYou refusals={centre.refusals} onCopy={copy} />
          <HoldList workspaceIds={workspaceIds} />
          {session.standing !== 'none' && centre.waitingCount > 0 && (
            <section aria-label={t.waitingHere}>
              <SectionHeader
                title={statement.kind === 'syncing' ? t.onTheWay : t.waitingHere}
                count={centre.waitingCount}
                action={
                  session.standing === 'in' &&
                  statement.kind !== 'syncing' &&
                  !view.needsUpdate && (
                    <Button kind="text" size="head" onClick={checkNow}>
                      {t.sendNow}
                    </Button>
                  )
                }
              />
              <LineList
                lines={centre.waiting}
                count={centre.waitingCount}
                where={(line) => line.place}
                time={clockTime}
              />
            </section>
          )}
          {centre.sentCount > 0 && (
            <section aria-label={t.sentToday}>
              <SectionHeader title={t.sentToday} count={centre.sentCount} />
              <LineList
                lines={centre.sent}
                count={centre.sentCount}
                where={({ outcome }) => becameWords(outcome, has)}
                time={clockTime}
              />
            </section>
          )}
          <DiaryList workspaceIds={workspaceIds} />
          <ThingsDone workspaces={workspaces} />
        </div>
        <ThisDevice />
      </div>
    </Page>
  );
}

/** Of what met another change nobody has exactly what was sent. */
function becameWords(outcome: string | null, has: string): string {
  if (outcome === 'merged') return centreWords.get().joined;
  return outcome === 'review' ? centreWords.get().met : has;
}

/** The first moment of a day in the reader's own time zone. */
const startOf = (day: string): number => new Date(`${day}T00:00`).getTime();
