/** At most one line under the title, with what can be done about it. */
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useLive } from '../../db/use-live';
import { clockTime } from '../../platform/clock';
import { reloadPage } from '../../platform/page';
import { isPersisted } from '../../platform/persist';
import { type StorageRoom, storageRoom } from '../../platform/storage-room';
import { Banner } from '../../ui/banner';
import { Button, ButtonLink } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { AlertIcon, CloseIcon, RetryIcon } from '../../ui/icons';
import { SyncRing } from '../../ui/sync-ring';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { liveTasksUpTo } from '../account/kept-here';
import { useSession } from '../account/session-context';
import { useAppState } from '../install/app-state-context';
import { SampleBanner } from '../sample/sample-banner';
import { usePreference } from '../settings/use-preference';
import { type BannerAction, type BannerKind, type BannerSays, bannerOf, WORTH_KEEPING } from './banner-order';
import { useSync } from './sync-context';
import { useBackup } from './use-backup';
import { syncWords } from './words';

/** @param underHeading in the sync centre, whose heading says most of it */
export function AppBanner({ underHeading = false }: { underHeading?: boolean }) {
  const says = useBanner(underHeading);
  if (!says.banner) return underHeading ? null : <SampleBanner />;
  const { kind, lead, words, actions } = says.banner;
  return (
    <Banner
      mark={markOf(kind)}
      lead={lead}
      action={actions.map((action) => (
        <Act key={action} action={action} onPutAway={() => says.putAway(kind)} />
      ))}
    >
      {words}
    </Banner>
  );
}

function useBanner(underHeading: boolean): {
  banner: BannerSays | null;
  putAway: (kind: BannerKind) => void;
} {
  const session = useSession();
  const sync = useSync();
  const app = useAppState();
  // Asked only where it can matter, and no further: it is asked again with every screen and many writes.
  const most = session.standing === 'none' ? WORTH_KEEPING : 0;
  const onlyHere = useLive(liveTasksUpTo(session.workspaceId, most), [session.workspaceId, most], 'beside');
  const [put, setPut] = usePreference('bannersPutAway');
  const { room, kept } = useCopySafety();
  const banner = bannerOf({
    standing: session.standing,
    waiting: sync.waiting,
    needsYou: sync.needsYou,
    offline: sync.offline,
    firstLoad: sync.firstLoad,
    serverTrouble: sync.serverTrouble,
    nextTry: sync.nextTryAt === null ? null : clockTime(sync.nextTryAt),
    needsUpdate: sync.needsUpdate,
    updateStuck: app.update === 'stuck',
    restart: app.update === 'restart',
    storage: app.storage,
    cleared: app.cleared,
    used: room ? room.used / room.most : 0,
    offlineSupport: app.offlineSupport,
    kept,
    onlyHere: onlyHere.state === 'ready' ? onlyHere.value : 0,
    installable: app.install === 'offered' || app.install === 'by-hand',
    underHeading,
    put: put as readonly BannerKind[],
  });
  return {
    banner,
    // This one is put away once, and may come again.
    putAway: (kind) => (kind === 'cleared' ? app.seenCleared() : setPut([...put, kind])),
  };
}

/** Asked once for each screen: the answers change rarely. */
function useCopySafety(): { room: StorageRoom | null; kept: boolean | null } {
  const [safety, setSafety] = useState<{ room: StorageRoom | null; kept: boolean | null }>({
    room: null,
    kept: null,
  });
  useEffect(() => {
    let current = true;
    void Promise.all([storageRoom(), isPersisted()]).then(([room, kept]) => {
      if (current) setSafety({ room, kept });
    });
    return () => {
      current = false;
    };
  }, []);
  return safety;
}

function Act({ action, onPutAway }: { action: BannerAction; onPutAway: () => void }) {
  const t = useWords(syncWords);
  const app = useAppState();
  const { syncNow } = useSync();
  const { show } = useToasts();
  const [, go] = useLocation();
  switch (action) {
    case 'sign-in':
      return (
        <ButtonLink kind="text" href="/sign-in">
          {t.signIn}
        </ButtonLink>
      );
    case 'see-all':
    case 'review':
      return (
        <ButtonLink kind="text" href="/sync">
          {action === 'review' ? t.review : t.seeAll}
        </ButtonLink>
      );
    case 'export':
      return <ExportNow />;
    case 'reload':
      return (
        <Button kind="text" onClick={reloadPage}>
          {t.reload}
        </Button>
      );
    case 'try-now':
      return (
        <Button kind="text" onClick={syncNow}>
          {t.tryNow}
        </Button>
      );
    case 'update':
    case 'restart':
      return (
        <Button
          kind="text"
          onClick={() => {
            // It may take its time to come, and nothing else on the screen shows that it was asked for.
            if (app.update === 'current') show({ text: t.lookingForNew, detail: t.opensByItself });
            app.acceptUpdate();
          }}
        >
          {action === 'update' ? t.update : t.restart}
        </Button>
      );
    case 'install':
      return (
        <Button kind="text" onClick={() => (app.install === 'offered' ? void app.askInstall() : go('/more'))}>
          {t.install}
        </Button>
      );
    case 'put-away':
      return <IconButton label={t.putAway} icon={<CloseIcon />} onClick={onPutAway} />;
  }
}

function ExportNow() {
  const t = useWords(syncWords);
  const backup = useBackup();
  return (
    <Button kind="text" onClick={() => void backup.save()}>
      {t.exportBackup}
    </Button>
  );
}

function markOf(kind: BannerKind) {
  switch (kind) {
    case 'offline':
      return <SyncRing shape="offline-here" />;
    case 'needs-you':
      return <SyncRing shape="needs-you" />;
    case 'signed-out':
    case 'may-be-cleared':
    case 'first-load':
    case 'insecure':
      return <SyncRing shape="here" />;
    case 'server-trouble':
    case 'restart':
    case 'update-stuck':
    case 'too-old':
      return <RetryIcon className="text-kelp" />;
    default:
      return <AlertIcon className="text-brick" />;
  }
}
