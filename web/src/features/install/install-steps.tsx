/** iOS has no offer of its own: the way through the share sheet, drawn, and what to send first (platform 8). */

import { Note } from '../../ui/banner';
import { Button, ButtonLink } from '../../ui/button';
import { Dialog } from '../../ui/overlays';
import { SyncRing } from '../../ui/sync-ring';
import { useSession } from '../account/session-context';
import { useSync } from '../sync/sync-context';

export function InstallSteps({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { waiting } = useSync();
  const { standing } = useSession();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="On your home screen"
      actions={
        <>
          <Button kind="main" onClick={onClose}>
            Done
          </Button>
          {standing === 'none' && (
            <ButtonLink kind="quiet" href="/sign-up">
              Create an account
            </ButtonLink>
          )}
        </>
      }
    >
      <p className="mb-3 text-small text-ink-2">It opens at once, offline too, and the phone keeps it.</p>
      <ol className="grid gap-3">
        <Step number={1} drawing={<ShareDrawing />}>
          Press <b>Share</b> in the browser’s bar.
        </Step>
        <Step number={2} drawing={<AddDrawing />}>
          Choose <b>Add to Home Screen</b>.
        </Step>
        <Step number={3} drawing={<OpenDrawing />}>
          Open Holdfast from there.
        </Step>
      </ol>
      {(standing === 'none' || waiting > 0) && (
        <div className="mt-4">
          <Note mark={<SyncRing shape="here" />} lead="The app keeps its own copy.">
            {standing === 'none'
              ? 'What is here comes along only with an account: create one first, then sign in there.'
              : 'Wait until everything is sent, then sign in there.'}
          </Note>
        </div>
      )}
    </Dialog>
  );
}

function Step({
  number,
  drawing,
  children,
}: {
  number: number;
  drawing: React.ReactNode;
  children: React.ReactNode;
}) {
  return (
    <li className="flex items-center gap-4">
      <svg
        className="size-11 flex-none rounded-control bg-paper-sunk p-2 text-kelp"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {drawing}
      </svg>
      <p>
        <span className="sr-only">{number}. </span>
        {children}
      </p>
    </li>
  );
}

const ShareDrawing = () => <path d="M8.5 9H6.5v11h11V9h-2M12 3v11M8.5 6 12 2.5 15.5 6" />;
const AddDrawing = () => (
  <>
    <rect x="4" y="4" width="16" height="16" rx="4" />
    <path d="M12 8.5v7M8.5 12h7" />
  </>
);
const OpenDrawing = () => (
  <path d="M12 3v9M12 12c0 3.500 0 5 0 9M12 11c-.3 4.600-1.600 7-4.600 9.500M12 11c.3 4.600 1.600 7 4.600 9.500" />
);
