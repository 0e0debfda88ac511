/** What another app shared, or a link brought along, becomes the draft of a new task; only the person adds it. */
import { useEffect, useRef } from 'react';
import { useSearch } from 'wouter';
import { useActionContext } from '../../db/use-action-context';
import { keepDraft, readDraft } from '../../features/quick-add/draft-store';
import { offeredBy, withOffered } from '../../features/quick-add/offered-draft';
import { openBrowserMarks } from '../../platform/browser-marks';
import { forgetShared, readShared } from '../../platform/shared-text';

export function SharePage({ onDrafted }: { onDrafted: () => void }) {
  const ctx = useActionContext();
  const search = useSearch();
  const drafted = useRef(onDrafted);
  drafted.current = onDrafted;
  const taken = useRef('');
  const turn = useRef(Promise.resolve());
  useEffect(() => {
    let current = true;
    const marks = openBrowserMarks();
    const take = async () => {
      const shared = await readShared(marks);
      // An effect may run twice, one after the other; what an address brings comes once.
      const linked = taken.current === search ? null : offeredBy(search);
      taken.current = search;
      for (const offered of [...shared, linked])
        if (offered) await keepDraft(ctx, withOffered(await readDraft(ctx), offered));
      // Forgotten once the draft is stored.
      if (shared.length > 0) await forgetShared(marks, shared);
    };
    // What could not be stored stays where it was, for the next time.
    turn.current = turn.current.then(take).catch(() => undefined);
    void turn.current.then(() => current && drafted.current());
    return () => {
      current = false;
    };
  }, [ctx, search]);
  return null;
}
