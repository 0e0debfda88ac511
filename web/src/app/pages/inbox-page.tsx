/** What has no project yet. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useDirectory } from '../../features/tasks/directory';
import { liveInbox } from '../../features/tasks/queries';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { liveListed } from '../../features/views/list-query';
import { useView } from '../../features/views/use-view';
import { WhoseSwitch } from '../../features/views/whose-switch';
import { Page } from '../../ui/app-frame';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { useWords } from '../../words/use-words';
import { appWords } from '../words';
import { AddFirst } from './add-first';
import { ArrangedList, ViewTools } from './arranged-list';
import type { ListPageProps } from './list-page-props';
import { pageWords } from './words';

const USUAL = { whose: 'mine', sort: 'manual', group: 'none' } as const;

export function InboxPage({ sync, banner, ...list }: ListPageProps) {
  const t = useWords(appWords);
  const p = useWords(pageWords);
  const { workspaceId } = useActionContext();
  const { me, members } = useDirectory();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const shared = members.length > 1;
  const view = useView(
    'inbox',
    USUAL,
    (choice) => {
      const whose = shared && choice.whose === 'mine' ? { me } : null;
      return liveListed(workspaceId, null, whose, choice, liveInbox(workspaceId, whose));
    },
    [me, shared],
  );
  const ready = view.live.state === 'ready' ? view.live.value : null;
  const switches = shared && ready && (
    <WhoseSwitch value={ready.choice.whose} onValue={(whose) => view.choose({ ...ready.choice, whose })} />
  );
  return (
    <Page
      scrollRef={setScroller}
      banner={banner}
      header={
        <PageHeader
          title={t.inbox}
          sync={
            <>
              <ViewTools view={view} look="icon" without="project" />
              {sync}
            </>
          }
          actions={
            <>
              {switches}
              <ViewTools view={view} look="word" without="project" />
            </>
          }
        />
      }
    >
      {switches && <div className="pt-2 md:hidden">{switches}</div>}
      {view.live.state === 'error' && <ReadTrouble failure={view.live.failure} onRetry={view.retry} />}
      {ready && (
        <ArrangedList
          title={t.inbox}
          listed={ready.value}
          choice={ready.choice}
          scroller={scroller}
          hideProject
          addWords={p.addToTheInbox}
          empty={
            <Empty
              art="inbox"
              page
              title={p.inboxClear}
              fact={p.inboxHolds}
              action={<AddFirst onNewTask={list.onNewTask} />}
            />
          }
          {...list}
        />
      )}
    </Page>
  );
}
