/** What has no project yet. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { useDirectory } from '../../features/tasks/directory';
import { liveInbox } from '../../features/tasks/queries';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { Page } from '../../ui/app-frame';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import type { ListPageProps } from './list-page-props';
import { ListSections } from './list-sections';

export function InboxPage({ sync, banner, ...list }: ListPageProps) {
  const { workspaceId } = useActionContext();
  const { mayWrite } = useDirectory();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [attempt, setAttempt] = useState(0);
  const live = useLiveKept(liveInbox(workspaceId), [workspaceId, attempt]);
  return (
    <Page scrollRef={setScroller} banner={banner} header={<PageHeader title="Inbox" sync={sync} />}>
      {live.state === 'error' && (
        <ReadTrouble failure={live.failure} onRetry={() => setAttempt((was) => was + 1)} />
      )}
      {live.state === 'ready' && (
        <ListSections
          title="Inbox"
          ids={live.value}
          scroller={scroller}
          hideProject
          addWords="Add to the inbox"
          empty={
            <Empty
              art="inbox"
              page
              title="The inbox is clear"
              fact="What you add without a project lands here."
              action={mayWrite && <Button onClick={list.onNewTask}>Add a task</Button>}
            />
          }
          {...list}
        />
      )}
    </Page>
  );
}
