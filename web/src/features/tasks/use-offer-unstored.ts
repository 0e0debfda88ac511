/** Words that could not be stored and whose field has closed: said, and there to be copied until somebody answers. */
import { createElement, useCallback } from 'react';
import { copyText } from '../../platform/clipboard';
import { AlertIcon } from '../../ui/icons';
import { useToasts } from '../../ui/toast';
import { panelWords } from './panel-words';

/** @param fault why it could not be stored, in words. Returns what takes the offer away again. */
export type OfferUnstored = (text: string, fault: string) => () => void;

export function useOfferUnstored(): OfferUnstored {
  const { show } = useToasts();
  return useCallback(
    (text, fault) => {
      const t = panelWords.get();
      let takeAway: () => void = () => undefined;
      const offer = () => {
        takeAway = show({
          icon: createElement(AlertIcon, { className: 'text-ochre' }),
          text: fault,
          detail: t.notStored,
          stays: true,
          action: { label: t.copyWritten, onPress: () => void copy() },
        });
      };
      // Where the browser does not copy, they stay on offer.
      const copy = async () => ((await copyText(text)) ? show({ text: t.writtenCopied }) : offer());
      offer();
      return () => takeAway();
    },
    [show],
  );
}
