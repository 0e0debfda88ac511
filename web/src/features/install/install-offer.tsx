/** "Keep Holdfast on your home screen": the browser's own offer where it has one, a sheet with the steps on iOS. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { CloseIcon, HoldfastIcon } from '../../ui/icons';
import { useWords } from '../../words/use-words';
import { usePreference } from '../settings/use-preference';
import { useAppState } from './app-state-context';
import { InstallSteps } from './install-steps';
import { installWords } from './words';

/** How long a "not now" is respected. */
export const INSTALL_SLEEPS_MS = 60 * 86_400_000;

export function InstallOffer() {
  const t = useWords(installWords);
  const { now } = useActionContext();
  const { install, askInstall } = useAppState();
  const [sleepsUntil, setSleepsUntil] = usePreference('installSleepsUntil');
  const [showing, setShowing] = useState(false);
  const sleep = () => setSleepsUntil(now() + INSTALL_SLEEPS_MS);
  if ((install !== 'offered' && install !== 'by-hand') || now() < sleepsUntil) return null;
  return (
    <section className="mt-8 flex items-center gap-3" aria-label={t.title}>
      <span className="app-tile">
        <HoldfastIcon />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          <span className="md:hidden">{t.onHomeScreen}</span>
          <span className="hidden md:inline">{t.onDesktop}</span>
        </p>
        <p className="meta">{t.atOnce}</p>
      </div>
      <Button
        onClick={() => {
          if (install === 'by-hand') setShowing(true);
          else void askInstall().then((accepted) => accepted || sleep());
        }}
      >
        {t.install}
      </Button>
      <IconButton label={t.notNow} icon={<CloseIcon />} onClick={sleep} />
      <InstallSteps open={showing} onClose={() => setShowing(false)} />
    </section>
  );
}
