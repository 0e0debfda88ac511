/** What another app shared becomes the draft of a new task. It is forgotten once the draft is stored. */
import { useEffect, useRef } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { keepDraft, readDraft } from '../../features/quick-add/draft-store';
import { openBrowserMarks } from '../../platform/browser-marks';
import { forgetShared, readShared, type Shared } from '../../platform/shared-text';

export function SharePage({ onDrafted }: { onDrafted: () => void }) {
  const ctx = useActionContext();
  const drafted = useRef(onDrafted);
  drafted.current = onDrafted;
  useEffect(() => {
    let current = true;
    const marks = openBrowserMarks();
    const take = async () => {
      const shared = await readShared(marks);
      if (shared) {
        const draft = await readDraft(ctx);
        await keepDraft(ctx, { ...draft, line: [draft.line, ...wordsOf(shared)].join(' ').trim() });
        await forgetShared(marks);
      }
    };
    // What could not be stored stays where it was, for the next time.
    void take()
      .catch(() => undefined)
      .then(() => current && drafted.current());
    return () => {
      current = false;
    };
  }, [ctx]);
  return null;
}

function wordsOf({ title, text, url }: Shared): string[] {
  const said = text.includes(url) ? [title, text] : [title, text, url];
  return said.map((each) => each.replace(/\s+/g, ' ').trim()).filter((each) => each !== '');
}
