import type { Messages, Translations } from '@nanostores/i18n';
import { useSyncExternalStore } from 'react';

/** A folder's messages in the language on the screen; another language repaints. */
export function useWords<Body extends Translations>(messages: Messages<Body>): Body {
  return useSyncExternalStore(messages.listen, messages.get, messages.get);
}
