/**
 * What stands in for a part of the app whose code is not on this device: nothing for as long as fetching takes, then
 * calm words. The part itself is asked for again all the while (`later-part.tsx`) and takes this place when it is here.
 */
import { useEffect, useState } from 'react';
import { Page } from '../ui/app-frame';
import { Empty } from '../ui/empty';
import { PanelBar, PanelBody } from '../ui/panel';
import { useToasts } from '../ui/toast';
import { useWords } from '../words/use-words';
import { appWords } from './words';

/** A slow line is no trouble yet. */
export const SILENT_MS = 3_000;

export const PageComing = () => (
  <Page>
    <StillComing />
  </Page>
);

export const TaskComing = ({ onClose }: { onClose: () => void }) => (
  <>
    <PanelBar onClose={onClose} />
    <PanelBody>
      <StillComing />
    </PanelBody>
  </>
);

/** Quick add has no place of its own before it opens: a press that nothing follows is answered at the foot. */
export function AddingComing({ open }: { open: boolean }) {
  const t = useWords(appWords);
  const { show } = useToasts();
  useEffect(() => {
    if (!open) return;
    const late = setTimeout(() => show({ text: t.stillComing, detail: t.comesByItself }), SILENT_MS);
    return () => clearTimeout(late);
  }, [open, show, t]);
  return null;
}

function StillComing() {
  const t = useWords(appWords);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SILENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status">
      {late && <Empty always art="search" page title={t.stillComing} fact={t.comesByItself} />}
    </div>
  );
}
