/**
 * "Safe to leave?", before every way out of this browser: signing out, somebody else signing in, clearing the copy
 * (CL11). With everything sent it is one question; with changes that only this device has, it says which, and the
 * person decides about them first: send, keep for me, save a file, discard.
 */
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { useLiveKept } from '../../db/use-live';
import { Button } from '../../ui/button';
import { ChangeLine } from '../../ui/change-line';
import { LineButton } from '../../ui/line';
import { Dialog } from '../../ui/overlays';
import { Say } from '../../ui/say';
import { SyncRing } from '../../ui/sync-ring';
import { useWords } from '../../words/use-words';
import { useSync } from '../sync/sync-context';
import { useBackup } from '../sync/use-backup';
import { type Leaving, useSession } from './session-context';
import { liveUnsent, type Unsent } from './unsent-query';
import { discardQuestion, onlyHere, type WayOut, wayWords } from './ways-out';
import { accountWords } from './words';

/** How many changes are named; the rest is counted. */
const NAMED = 5;

export interface SafeToLeaveProps {
  way: WayOut;
  open: boolean;
  onClose: () => void;
  /** The person has decided; the dialog is closed. */
  onLeave: (leaving: Leaving) => void;
}

export function SafeToLeave({ way, open, onClose, onLeave }: SafeToLeaveProps) {
  const t = useWords(accountWords);
  const session = useSession();
  const ids = session.workspaces.length > 0 ? session.workspaces.map(({ id }) => id) : [session.workspaceId];
  const unsent = useLiveKept(liveUnsent(ids, NAMED), [ids.join()]);
  const backup = useBackup();
  const [saved, setSaved] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const words = wayWords(way, session.account !== null);

  const close = () => {
    setDiscarding(false);
    onClose();
  };
  const leave = (leaving: Leaving) => {
    close();
    onLeave(leaving);
  };
  const save = () => void backup.save().then(setSaved);
  const stay = (
    <Button kind="quiet" onClick={close}>
      {t.stay}
    </Button>
  );

  // Nothing is claimed before it was counted (H47).
  if (unsent.state !== 'ready')
    return (
      <Dialog open={open} onClose={close} small title={words.question} actions={stay}>
        {unsent.state === 'loading' ? t.readingUnsent : t.storageSilent}
      </Dialog>
    );

  const { count } = unsent.value;
  if (count === 0)
    return (
      <Dialog
        open={open}
        onClose={close}
        small
        title={words.question}
        actions={
          <>
            <Button kind="main" onClick={() => leave('discard')}>
              {words.go}
            </Button>
            {stay}
          </>
        }
      >
        {words.safe}
      </Dialog>
    );

  if (discarding)
    return (
      <Dialog
        open={open}
        onClose={close}
        small
        title={discardQuestion(count)}
        actions={
          <>
            {!saved && (
              <Button kind="main" onClick={save}>
                {t.saveAFileFirst}
              </Button>
            )}
            <Button kind="danger" onClick={() => leave('discard')}>
              {words.discard}
            </Button>
            <Button kind="quiet" onClick={() => setDiscarding(false)}>
              {t.back}
            </Button>
          </>
        }
      >
        {saved ? t.copyInDownloads : `${onlyHere(count)}.`}
      </Dialog>
    );

  return (
    <Dialog open={open} onClose={close} title={onlyHere(count)} actions={stay}>
      <InWords unsent={unsent.value} />
      <ul className="rows">
        <Send next={words.afterSending} onAccount={close} />
        {words.keep && (
          <LineButton title={words.keep} detail={t.keptOutOfSight} onPress={() => leave('keep')} />
        )}
        <LineButton
          title={saved ? t.saveTheFileAgain : t.saveAFile}
          detail={t.whatFileHolds}
          onPress={save}
        />
        <LineButton danger title={t.discard} detail={t.goWithCopy} onPress={() => setDiscarding(true)} />
      </ul>
    </Dialog>
  );
}

function InWords({ unsent: { count, lines } }: { unsent: Unsent }) {
  const t = useWords(accountWords);
  return (
    <ul className="rows" aria-label={t.onlyOnThisDevice}>
      {lines.map(({ key, said }) => (
        <ChangeLine key={key} icon={<SyncRing shape="here" />}>
          <Say said={said} />
        </ChangeLine>
      ))}
      {count > lines.length && (
        <ChangeLine>
          <span className="meta">{t.andMore(count - lines.length)}</span>
        </ChangeLine>
      )}
    </ul>
  );
}

/** Without an account, having one is the way to have it elsewhere. */
function Send({ next, onAccount }: { next: string; onAccount: () => void }): ReactNode {
  const t = useWords(accountWords);
  const { standing } = useSession();
  const sync = useSync();
  const [, go] = useLocation();
  if (standing === 'none')
    return (
      <LineButton
        title={t.createAnAccount}
        detail={t.thenElsewhereToo}
        opens
        onPress={() => {
          onAccount();
          go('/sign-up');
        }}
      />
    );
  const cannot = sync.offline ? t.needsAConnection : standing === 'out' ? t.signInAgainFirst : null;
  return (
    <LineButton title={t.sendNow} detail={cannot ?? next} disabled={cannot !== null} onPress={sync.syncNow} />
  );
}
