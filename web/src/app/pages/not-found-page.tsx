/** An address that leads nowhere. */
import { SyncStatusButton } from '../../features/sync/sync-status';
import { Page } from '../../ui/app-frame';
import { ButtonLink } from '../../ui/button';
import { Empty } from '../../ui/empty';
import { PageHeader } from '../../ui/page-header';

export function NotFoundPage() {
  return (
    <Page header={<PageHeader title="Not found" sync={<SyncStatusButton />} />}>
      <Empty
        art="search"
        page
        title="There is nothing at this address"
        fact="Your tasks are where they were."
        action={<ButtonLink href="/today">Go to Today</ButtonLink>}
      />
    </Page>
  );
}
