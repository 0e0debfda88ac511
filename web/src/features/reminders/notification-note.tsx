/** What this device can do about reminders, said truly; and the question for the right to, where it can be asked. */
import { useState } from 'react';
import { askForNotifications, type NotificationState, notificationState } from '../../platform/notifications';
import { Button } from '../../ui/button';
import { useWords } from '../../words/use-words';
import { remindersWords } from './words';

export function NotificationNote() {
  const t = useWords(remindersWords);
  const [state, setState] = useState<NotificationState>(notificationState);
  const said = { granted: t.canShow, ask: t.mayAsk, denied: t.blocked, none: t.cannot }[state];
  return (
    <div className="grid justify-items-start gap-2">
      <p className="help">{said}</p>
      {state === 'ask' && (
        <Button kind="line" onClick={() => void askForNotifications().then(setState)}>
          {t.allow}
        </Button>
      )}
    </div>
  );
}
