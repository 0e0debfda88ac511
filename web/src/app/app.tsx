/** The app on an open database: providers around the screens. `key` it by database and workspace. */
import type { ReactNode } from 'react';
import type { ActionContext } from '../db/context';
import type { HoldfastDatabase } from '../db/db';
import { ActionContextProvider } from '../db/use-action-context';
import { DatabaseProvider } from '../db/use-live';
import { AwaitsRows } from '../features/sync/awaits-rows';
import { UndoProvider } from '../features/undo/undo-provider';
import { ToastProvider } from '../ui/toast';
import { DirectoryLoader } from './directory-loader';
import { Screens } from './screens';

export interface AppProps {
  db: HoldfastDatabase;
  ctx: ActionContext;
  /** What stands beside the screens without a place of its own: the update prompt. */
  children?: ReactNode;
}

export function App({ db, ctx, children }: AppProps) {
  return (
    <DatabaseProvider value={db}>
      <ActionContextProvider value={ctx}>
        <ToastProvider>
          <UndoProvider>
            <DirectoryLoader>
              <AwaitsRows>
                <Screens />
              </AwaitsRows>
              {children}
            </DirectoryLoader>
          </UndoProvider>
        </ToastProvider>
      </ActionContextProvider>
    </DatabaseProvider>
  );
}
