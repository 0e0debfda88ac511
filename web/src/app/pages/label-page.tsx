/** The open tasks that wear one label. */
import type { Label } from '@holdfast/shared/entities/label';
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { NEW_QUERY } from '../../features/filters/query';
import { LabelMenu } from '../../features/labels/label-menu';
import { useDirectory } from '../../features/tasks/directory';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { liveLabelled } from '../../features/views/list-query';
import { useFoundView } from '../../features/views/use-found-view';
import { Page } from '../../ui/app-frame';
import { ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { useWords } from '../../words/use-words';
import { appWords } from '../words';
import { ArrangedList, ViewTools } from './arranged-list';
import type { ListPageProps } from './list-page-props';
import { pageWords } from './words';

export interface LabelPageProps extends ListPageProps {
  id: string;
  onGone: () => void;
}

export function LabelPage({ id, onGone, sync, banner, ...list }: LabelPageProps) {
  const t = useWords(appWords);
  const p = useWords(pageWords);
  const { workspaceId } = useActionContext();
  const { labelById, mayWrite, today, me } = useDirectory();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const query = { ...NEW_QUERY, parts: [{ label: [id] }] };
  const question = { query, asking: { today, me }, closedToo: true };
  const view = useFoundView(`label/${id}`, USUAL, question, liveLabelled(workspaceId, id), [id]);
  const label: Label | undefined = labelById.get(id);
  const menu = label && mayWrite && <LabelMenu label={label} onGone={onGone} />;
  return (
    <Page
      scrollRef={setScroller}
      banner={banner}
      header={
        <PageHeader
          title={label ? `#${label.name}` : t.label}
          sync={
            <>
              <ViewTools view={view} look="icon" without="label" />
              {menu}
              {sync}
            </>
          }
          actions={<ViewTools view={view} look="word" without="label" />}
        />
      }
    >
      {view.live.state === 'error' && <ReadTrouble failure={view.live.failure} onRetry={view.retry} />}
      {view.live.state === 'ready' && (
        <ArrangedList
          title={label?.name ?? t.label}
          listed={view.live.value.value}
          choice={view.live.value.choice}
          scroller={scroller}
          addWords={t.addATask}
          empty={
            <Empty
              art="search"
              page
              title={label ? p.nothingWears({ name: label.name }) : p.labelNotHere}
              fact={p.howToLabel}
              action={<ButtonLink href="/projects">{t.allProjects}</ButtonLink>}
            />
          }
          {...list}
        />
      )}
    </Page>
  );
}

const USUAL = { whose: 'everyone', sort: 'date', group: 'none' } as const;
