/** Search as a page of its own: the tab of a phone, a shortcut, a link. */
import { useEffect, useRef, useState } from 'react';
import { searchWords } from '../../features/search/words';
import { Page } from '../../ui/app-frame';
import { PageHeader } from '../../ui/page-header';
import { useWords } from '../../words/use-words';
import { KeySheet } from '../commands/key-sheet';
import { type PageActs, useCommandWorld } from '../commands/use-command-world';
import { Finder } from '../finder/finder';
import type { ListPageProps } from './list-page-props';

export interface SearchPageProps extends Pick<ListPageProps, 'sync' | 'banner'> {
  page: PageActs;
}

const nothing: readonly string[] = [];
export function SearchPage({ sync, banner, page }: SearchPageProps) {
  const t = useWords(searchWords);
  const field = useRef<HTMLInputElement>(null);
  const [helping, setHelping] = useState(false);
  const overlays = {
    find: () => field.current?.focus(),
    choose: () => undefined,
    help: () => setHelping(true),
  };
  const world = useCommandWorld(page, overlays, nothing);
  useEffect(() => field.current?.focus(), []);
  return (
    <Page banner={banner} header={<PageHeader title={t.search} sync={sync} />}>
      <div className="pal-page">
        <Finder world={world} field={field} about={null} onDone={() => undefined} />
      </div>
      {helping && <KeySheet onClose={() => setHelping(false)} />}
    </Page>
  );
}
