/** A task's address, for somebody else or another place. */
import { useCallback } from 'react';
import { copyText, originOf } from '../../platform/clipboard';
import { useToasts } from '../../ui/toast';
import { useWords } from '../../words/use-words';
import { tasksWords } from './words';

export function useCopyLink(): (taskId: string) => void {
  const t = useWords(tasksWords);
  const { show } = useToasts();
  return useCallback(
    (taskId) => {
      const link = `${originOf()}/t/${taskId}`;
      void copyText(link).then((copied) => show({ text: copied ? t.linkCopied : link }));
    },
    [show, t],
  );
}
