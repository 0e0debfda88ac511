/** A task's address, for somebody else or another place. */
import { useCallback } from 'react';
import { copyText, originOf } from '../../platform/clipboard';
import { useToasts } from '../../ui/toast';

export function useCopyLink(): (taskId: string) => void {
  const { show } = useToasts();
  return useCallback(
    (taskId) => {
      const link = `${originOf()}/t/${taskId}`;
      void copyText(link).then((copied) => show({ text: copied ? 'Link copied' : link }));
    },
    [show],
  );
}
