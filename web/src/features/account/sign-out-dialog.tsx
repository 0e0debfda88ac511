/**
 * Leaving this browser. With everything sent it is one question; with changes that only this device has, the person
 * decides about them first: send, keep for me, save a file, discard (CL11).
 */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button';
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

  return (
    <Dialog
      open={open}
      onClose={close}
      title={`${changes} only on this device`}
      actions={
        <>
          <Button
            kind="main"
            restsBecause={
              sync.offline ? 'Needs a connection' : session.standing === 'out' && 'Sign in again first'
            }
            onClick={sync.syncNow}
          >
            Send now
          </Button>
          <Button onClick={() => void leave('keep')}>Keep for me, sign out</Button>
          <Button onClick={() => void backup.save().then(setSaved)}>
            {saved ? 'Save the file again' : 'Save a file'}
          </Button>
          <Button kind="danger" onClick={() => setDiscarding(true)}>
            Discard…
          </Button>
          <Button kind="quiet" onClick={close}>
            Stay
          </Button>
        </>
      }
    >
      <p className="text-pretty">{sync.statement.text}.</p>
      <ul className="mt-2 grid list-disc gap-1 ps-5 text-small text-ink-2">
        <li>
          <b>Send now</b>: once they are sent, you can sign out.
        </li>
        <li>
          <b>Keep for me</b>: they stay on this device, out of sight, and go out when you sign in here again.
        </li>
        <li>
          <b>Save a file</b>: one file with everything, to keep elsewhere.
        </li>
        <li>
          <b>Discard</b>: they are gone with this device’s copy.
        </li>
      </ul>
    </Dialog>
  );
}
