/** iOS has no offer of its own: the way through the share sheet, drawn, and what to send first (platform 8). */

import { Note } from '../../ui/banner';
import { Button, ButtonLink } from '../../ui/button';
import { Dialog } from '../../ui/overlays';
import { SyncRing } from '../../ui/sync-ring';
import { useWords } from '../../words/use-words';
import { useSession } from '../account/session-context';
import { useSync } from '../sync/sync-context';
import { installWords } from './words';

export function InstallSteps({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords(installWords);
  const { waiting } = useSync();
  const { standing } = useSession();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.stepsTitle}
      actions={
        <>
          <Button kind="main" onClick={onClose}>
            {t.done}
          </Button>
          {standing === 'none' && (
            <ButtonLink kind="quiet" href="/sign-up">
              {t.createAccount}
            </ButtonLink>
          )}
        </>
      }
    >
      <p className="mb-3 text-small text-ink-2">{t.stepsWhy}</p>
      <ol className="grid gap-3">
        <Step number={1} drawing={<ShareDrawing />}>
          {bold(t.pressShare)}
        </Step>
        <Step number={2} drawing={<AddDrawing />}>
          {bold(t.chooseAdd)}
        </Step>
        <Step number={3} drawing={<OpenDrawing />}>
          {t.openThere}
        </Step>
      </ol>
      {(standing === 'none' || waiting > 0) && (
        <div className="mt-4">
          <Note mark={<SyncRing shape="here" />} lead={t.ownCopy}>
            {standing === 'none' ? t.accountFirst : t.sentFirst}
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
  const t = useWords(installWords);
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
        <span className="sr-only">{t.number({ number })}</span>
        {children}
      </p>
    </li>
  );
}

/** `**this**` in bold, wherever a language puts it. */
const bold = (text: string): React.ReactNode[] =>
  text.split('**').map((part, at) => (at % 2 === 1 ? <b key={part}>{part}</b> : part));

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
