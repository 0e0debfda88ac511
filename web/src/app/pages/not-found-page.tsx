/** An address that leads nowhere. */
import { SyncStatusButton } from '../../features/sync/sync-status';
import { Page } from '../../ui/app-frame';
import { ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';
import { useWords } from '../../words/use-words';
import { appWords } from '../words';
import { pageWords } from './words';

export function NotFoundPage() {
  const t = useWords(appWords);
  const p = useWords(pageWords);
  return (
    <Page header={<PageHeader title={t.notFound} sync={<SyncStatusButton />} />}>
      <Empty
        always
        art="search"
        page
        title={p.nothingAtAddress}
        fact={p.tasksAreSafe}
        action={<ButtonLink href="/today">{p.goToToday}</ButtonLink>}
      />
    </Page>
  );
}
