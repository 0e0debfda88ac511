/** What stands on the page: the app on what is open, or why nothing is. The frame of the first paint is the app's own. */

import { reloadPage } from '../platform/page';
import { AppFrame, Page } from '../ui/app-frame';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { useWords } from '../words/use-words';
import { App } from './app';
import { Broken } from './broken';
import { Later } from './later';
import { InstallHint, LooksKeeper } from './lazy-screens';
import { Providers, useRunningState } from './providers';
import type { RunningApp } from './running-app';
import { closedTitle } from './storage-says';
import { UpdatePrompt } from './update-prompt';
import { appWords } from './words';

export function Root({ app }: { app: RunningApp }) {
  const t = useWords(appWords);
  const state = useRunningState(app);
  if (state.kind === 'starting') return null;
  if (state.kind === 'closed') return <Closed title={closedTitle(state.reason)} words={state.words} />;
  return (
    <Broken instead={<Closed title={t.somethingBroke} words={t.brokenHere} />} report={app.report}>
      <Providers app={app} open={state}>
        <App key={`${state.db.name} ${state.context.workspaceId}`} db={state.db} ctx={state.context}>
          <UpdatePrompt />
          <Later>
            <LooksKeeper />
            <InstallHint />
          </Later>
        </App>
      </Providers>
    </Broken>
  );
}

function Closed({ title, words }: { title: string; words: string }) {
  const t = useWords(appWords);
  return (
    <AppFrame>
      <Page bare>
        <h1 className="sr-only">{t.holdfast}</h1>
        <div role="alert">
          <Empty
            art="inbox"
            page
            title={title}
            fact={words}
            action={<Button onClick={reloadPage}>{t.reload}</Button>}
          />
        </div>
      </Page>
    </AppFrame>
  );
}
