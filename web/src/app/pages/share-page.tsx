/** What another app shared, or a link brought along, becomes the draft of a new task; only the person adds it. */
import { useEffect, useRef } from 'react';
import { useSearch } from 'wouter';
import { useActionContext } from '../../db/use-action-context';
import { offeredBy } from '../../features/quick-add/offered-draft';
import { useOfferUnstored } from '../../features/tasks/use-offer-unstored';
import { storageTroubleWords } from '../../features/undo/not-saved-words';
import { openBrowserMarks } from '../../platform/browser-marks';
import { AlertIcon } from '../../ui/icons';
import { useToasts } from '../../ui/toast';
import { takeShared } from './take-shared';

export function SharePage({ onDrafted }: { onDrafted: () => void }) {
  const ctx = useActionContext();
  const search = useSearch();
  const { show } = useToasts();
  const offer = useOfferUnstored();
  const drafted = useRef(onDrafted);
  drafted.current = onDrafted;
  const taken = useRef('');
  const turn = useRef(Promise.resolve());
  useEffect(() => {
    let current = true;
    const marks = openBrowserMarks();
    const take = async () => {
      // An effect may run twice, one after the other; what an address brings comes once.
      const linked = taken.current === search ? null : offeredBy(search);
      taken.current = search;
      const trouble = await takeShared(ctx, marks, linked);
      if (trouble === null) return;
      const words = storageTroubleWords(trouble);
      if (linked) offer(Object.values(linked).filter(Boolean).join('\n'), words);
      else show({ icon: <AlertIcon className="text-ochre" />, text: words });
    };
    turn.current = turn.current.then(take, take);
    void turn.current.finally(() => current && drafted.current());
    return () => {
      current = false;
    };
  }, [ctx, search, show, offer]);
  return null;
}
