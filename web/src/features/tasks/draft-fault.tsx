import { AlertIcon } from '../../ui/icons';

/** Below a field: why its text is not stored. The text stays. */
export function DraftFault({ id, fault }: { id: string; fault: string | null }) {
  return (
    <div id={id} role="alert" className={fault === null ? 'sr-only' : 'help help-bad'}>
      {fault !== null && (
        <>
          <AlertIcon size="s" />
          {fault}
        </>
      )}
    </div>
  );
}
