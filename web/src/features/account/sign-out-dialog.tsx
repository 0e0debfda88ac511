/**
 * Leaving this browser. With everything sent it is one question; with changes that only this device has, the person
 * decides about them first: send, keep for me, save a file, discard (CL11).
 */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button';
import { LineButton } from '../../ui/line';
import { Dialog } from '../../ui/overlays';
import { useSync } from '../sync/sync-context';
import { useBackup } from '../sync/use-backup';
import { type Leaving, useSession } from './session-context';

export function SignOutDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const session = useSession();
  const sync = useSync();
  const backup = useBackup();
  const [, go] = useLocation();
  const [saved, setSaved] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const unsent = sync.waiting + sync.needsYou;

  async function leave(leaving: Leaving): Promise<void> {
    onClose();
    await session.signOut(leaving);
    go('/today', { replace: true });
  }
  const close = () => {
    setDiscarding(false);
    onClose();
  };

  if (unsent === 0)
    return (
      <Dialog
        open={open}
        onClose={close}
        small
        title="Sign out?"
        actions={
          <>
            <Button kind="main" onClick={() => void leave('discard')}>
              Sign out
            </Button>
            <Button kind="quiet" onClick={close}>
              Stay
            </Button>
          </>
        }
      >
        Everything is saved in your account. This device’s copy goes; it comes back when you sign in.
      </Dialog>
    );

  const changes = unsent === 1 ? '1 change is' : `${unsent.toLocaleString('en')} changes are`;
  if (discarding)
    return (
      <Dialog
        open={open}
        onClose={close}
        small
        title={unsent === 1 ? 'Discard 1 change?' : `Discard ${unsent.toLocaleString('en')} changes?`}
        actions={
          <>
            {!saved && (
              <Button kind="main" onClick={() => void backup.save().then(setSaved)}>
                Save a file first
              </Button>
            )}
            <Button kind="danger" onClick={() => void leave('discard')}>
              Discard and sign out
            </Button>
            <Button kind="quiet" onClick={() => setDiscarding(false)}>
              Back
            </Button>
          </>
        }
      >
        {saved ? 'A copy is in your Downloads.' : `${changes} only on this device.`}
      </Dialog>
    );

  const cannotSend = sync.offline
    ? 'Needs a connection'
    : session.standing === 'out'
      ? 'Sign in again first'
      : null;
  return (
    <Dialog
      open={open}
      onClose={close}
      title={`${changes} only on this device`}
      actions={
        <Button kind="quiet" onClick={close}>
          Stay
        </Button>
      }
    >
      <ul className="rows">
        <LineButton
          title="Send now"
          detail={cannotSend ?? 'Once everything is sent, you can sign out.'}
          disabled={cannotSend !== null}
          onPress={sync.syncNow}
        />
        <LineButton
          title="Keep for me, sign out"
          detail="They stay on this device, out of sight, and go out when you sign in here again."
          onPress={() => void leave('keep')}
        />
        <LineButton
          title={saved ? 'Save the file again' : 'Save a file'}
          detail="One file with everything, to keep elsewhere."
          onPress={() => void backup.save().then(setSaved)}
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
