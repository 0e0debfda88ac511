/** The open tasks that wear one label. */
import type { Label } from '@holdfast/shared/entities/label';
import { isOpen } from '@holdfast/shared/entities/task';
import { useState } from 'react';
import type { Query } from '../../db/live';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { LabelMenu } from '../../features/labels/label-menu';
import { useDirectory } from '../../features/tasks/directory';
import { type TaskList, taskList } from '../../features/tasks/queries';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { Page } from '../../ui/app-frame';
import { ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import type { ListPageProps } from './list-page-props';
import { ListSections } from './list-sections';

export interface LabelPageProps extends ListPageProps {
  id: string;
  onGone: () => void;
}

/** Labels are in no index: all rows of the workspace are looked through, and only ids kept. */
const liveLabelled =
  (workspaceId: string, labelId: string): Query<TaskList> =>
  async (read) => {
    const tasks = await read.rows('task', { index: 'place', from: [workspaceId, 0] });
    const those = tasks.filter((task) => task.labels.includes(labelId));
    return taskList(
      those.filter((task) => isOpen(task.status)),
      those.filter((task) => !isOpen(task.status)),
    );
  };

export function LabelPage({ id, onGone, sync, banner, ...list }: LabelPageProps) {
  const { workspaceId } = useActionContext();
  const { labelById, mayWrite } = useDirectory();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [attempt, setAttempt] = useState(0);
  const live = useLiveKept(liveLabelled(workspaceId, id), [workspaceId, id, attempt]);
  const label: Label | undefined = labelById.get(id);
  return (
    <Page
      scrollRef={setScroller}
      banner={banner}
      header={
        <PageHeader
          title={label ? `#${label.name}` : 'Label'}
          sync={
            <>
              {label && mayWrite && <LabelMenu label={label} onGone={onGone} />}
              {sync}
            </>
          }
        />
      }
    >
      {live.state === 'error' && (
        <ReadTrouble failure={live.failure} onRetry={() => setAttempt((was) => was + 1)} />
      )}
      {live.state === 'ready' && (
        <ListSections
          title={label?.name ?? 'Label'}
          ids={live.value}
          scroller={scroller}
          addWords="Add a task"
          empty={
            <Empty
              art="search"
              page
              title={label ? `Nothing wears #${label.name}` : 'This label is not here'}
              fact="Give it to a task in quick add with #, or in the open task."
              action={<ButtonLink href="/projects">All projects</ButtonLink>}
            />
          }
          {...list}
        />
      )}
    </Page>
  );
}
