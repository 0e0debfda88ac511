/** Search and commands over the page that is on the screen, or a choice for tasks. */
import { useRef } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { liveTasks } from '../../features/tasks/queries';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';
import { Dialog } from '../../ui/overlays';
import { useWords } from '../../words/use-words';
import { type OverlayActs, type PageActs, useCommandWorld } from '../commands/use-command-world';
import { commandWords } from '../commands/words';
import { Chooser } from './chooser';
import { Finder } from './finder';
import type { Finding } from './finding';
import { finderWords } from './words';

export interface FinderDialogProps {
  finding: Finding;
  open: boolean;
  page: PageActs;
  overlays: OverlayActs;
  onClose: () => void;
}

export function FinderDialog({ finding, open, page, overlays, onClose }: FinderDialogProps) {
  const t = useWords(finderWords);
  const names = useWords(commandWords);
  const world = useCommandWorld(page, overlays, finding.taskIds);
  const field = useRef<HTMLInputElement>(null);
  const about = useAbout(finding.taskIds);
  const end = (
    <>
      <span className="pal-leave">
        <Keys keys="escape" />
      </span>
      <span className="md:hidden">
        <Button kind="text" onClick={onClose}>
          {t.cancel}
        </Button>
      </span>
    </>
  );
  const shared = { field, about, end, onDone: onClose };
  return (
    <Dialog open={open} onClose={onClose} title={names.search} hideTitle place="palette" initialFocus={field}>
      {finding.choose === null ? (
        <Finder {...shared} world={world} />
      ) : (
        <Chooser {...shared} key={finding.choose} what={finding.choose} taskIds={finding.taskIds} />
      )}
    </Dialog>
  );
}

/** "On Order rope", "On 3 tasks". */
function useAbout(taskIds: readonly string[]): string | null {
  const t = useWords(finderWords);
  const { workspaceId } = useActionContext();
  const live = useLive(liveTasks(workspaceId, taskIds), [workspaceId, taskIds.join()], 'beside');
  if (taskIds.length === 0 || live.state !== 'ready') return null;
  const [only] = live.value.values();
  return taskIds.length === 1 && only ? t.onThis({ title: only.title }) : t.onMany(taskIds.length);
}
