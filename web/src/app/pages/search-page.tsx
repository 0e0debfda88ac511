/** Titles on this device that contain what is typed. */
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Query } from '../../db/live';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { ReadTrouble } from '../../features/tasks/read-trouble';
import { TaskList } from '../../features/tasks/task-list';
import { Page } from '../../ui/app-frame';
import { Empty } from '../../ui/empty';
import { TextField } from '../../ui/field';
import { PageHeader } from '../../ui/page-header';
import { SectionHeader } from '../../ui/section-header';
import type { ListPageProps } from './list-page-props';

interface Title {
  readonly id: string;
  readonly title: string;
}

const liveTitles =
  (workspaceId: string): Query<readonly Title[]> =>
  async (read) =>
    (await read.rows('task', { index: 'place', from: [workspaceId, 0] })).map(({ id, title }) => ({
      id,
      title: title.toLowerCase(),
    }));

export function SearchPage({ sync, banner, openTaskId, onComplete }: ListPageProps) {
  const { workspaceId } = useActionContext();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [words, setWords] = useState('');
  const [attempt, setAttempt] = useState(0);
  const wanted = useDeferredValue(words).trim().toLowerCase();
  const live = useLiveKept(liveTitles(workspaceId), [workspaceId, attempt]);
  const titles = live.state === 'ready' ? live.value : null;
  const ids = useMemo(() => found(titles ?? [], wanted), [titles, wanted]);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  return (
    <Page scrollRef={setScroller} banner={banner} header={<PageHeader title="Search" sync={sync} />}>
      <div className="pt-3">
        <TextField
          ref={field}
          type="search"
          label="Search the titles of your tasks"
          hideLabel
          placeholder="Search the titles of your tasks"
          value={words}
          onValue={setWords}
        />
      </div>
      {live.state === 'error' && (
        <ReadTrouble failure={live.failure} onRetry={() => setAttempt((was) => was + 1)} />
      )}
      {titles && wanted !== '' && ids.length === 0 && (
        <Empty
          art="search"
          title={`Nothing here says “${words.trim()}”`}
          fact={`Searched all ${titles.length.toLocaleString('en')} tasks kept on this device.`}
        />
      )}
      {ids.length > 0 && (
        <>
          <SectionHeader title="Tasks" count={ids.length} />
          <TaskList
            label="Tasks found"
            ids={ids}
            scroller={scroller}
            openTaskId={openTaskId}
            onComplete={onComplete}
          />
        </>
      )}
    </Page>
  );
}

/** Every word of the question has to stand in the title. */
function found(titles: readonly Title[], wanted: string): readonly string[] {
  if (wanted === '') return [];
  const words = wanted.split(/\s+/);
  return titles.filter(({ title }) => words.every((word) => title.includes(word))).map(({ id }) => id);
}
