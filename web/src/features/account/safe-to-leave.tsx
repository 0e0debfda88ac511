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
import { SyncRing } from '../../ui/sync-ring';
import { useSync } from '../sync/sync-context';
import { useBackup } from '../sync/use-backup';
import { type Leaving, useSession } from './session-context';
import { liveUnsent, type Unsent } from './unsent-query';
import { discardQuestion, onlyHere, type WayOut, wayWords } from './ways-out';

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
      Stay
    </Button>
  );

  // Nothing is claimed before it was counted (H47).
  if (unsent.state !== 'ready')
    return (
      <Dialog open={open} onClose={close} small title={words.question} actions={stay}>
        {unsent.state === 'loading'
          ? 'Reading what is only on this device.'
          : 'This browser’s storage does not answer, so nobody can say what is only on this device.'}
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
                Save a file first
              </Button>
            )}
            <Button kind="danger" onClick={() => leave('discard')}>
              {words.discard}
            </Button>
            <Button kind="quiet" onClick={() => setDiscarding(false)}>
              Back
            </Button>
          </>
        }
      >
        {saved ? 'A copy is in your Downloads.' : `${onlyHere(count)}.`}
      </Dialog>
    );

  return (
    <Dialog open={open} onClose={close} title={onlyHere(count)} actions={stay}>
      <InWords unsent={unsent.value} />
      <ul className="rows">
        <Send next={words.afterSending} onAccount={close} />
        {words.keep && (
          <LineButton
            title={words.keep}
            detail="They stay on this device, out of sight, and go out when you sign in here again."
            onPress={() => leave('keep')}
          />
        )}
        <LineButton
          title={saved ? 'Save the file again' : 'Save a file'}
          detail="One file with everything, to keep elsewhere."
          onPress={save}
        />
        <LineButton
          danger
          title="Discard…"
          detail="They go with this device’s copy. You are asked once more."
          onPress={() => setDiscarding(true)}
        />
      </ul>
    </Dialog>
  );
}

function InWords({ unsent: { count, lines } }: { unsent: Unsent }) {
  return (
    <ul className="rows" aria-label="Only on this device">
      {lines.map(({ key, verb, subject }) => (
        <ChangeLine key={key} icon={<SyncRing shape="here" />}>
          {verb} {subject && <b>{subject}</b>}
        </ChangeLine>
      ))}
      {count > lines.length && (
        <ChangeLine>
          <span className="meta">and {(count - lines.length).toLocaleString('en')} more</span>
        </ChangeLine>
      )}
    </ul>
  );
}

/** Without an account, having one is the way to have it elsewhere. */
function Send({ next, onAccount }: { next: string; onAccount: () => void }): ReactNode {
  const { standing } = useSession();
  const sync = useSync();
  const [, go] = useLocation();
  if (standing === 'none')
    return (
      <LineButton
        title="Create an account"
        detail="Then they are on your other devices too."
        opens
        onPress={() => {
          onAccount();
          go('/sign-up');
        }}
      />
    );
  const cannot = sync.offline ? 'Needs a connection' : standing === 'out' ? 'Sign in again first' : null;
  return (
    <LineButton
      title="Send now"
      detail={cannot ?? `Once everything is sent, ${next}.`}
      disabled={cannot !== null}
      onPress={sync.syncNow}
    />
  );
}
