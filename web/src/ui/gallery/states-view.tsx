/** What the app says when there is nothing to do, something to know, or something to undo. */
import { Banner } from '../banner';
import { Button } from '../button';
import { Empty } from '../empty';
import { AlertIcon, CheckIcon, DownloadIcon, PlusIcon, RetryIcon, TrashIcon } from '../icons';
import { SyncRing, type SyncShape } from '../sync-ring';
import { type Toast, ToastCard, useToasts } from '../toast';
import { Part, Sheetpage } from './specimen';

const statements: ReadonlyArray<[SyncShape, string, string]> = [
  ['everyone', 'Everything is saved', 'Everyone has it, 09:41'],
  ['here', '3 changes saved here', 'Sending when the signal holds'],
  ['going', 'Syncing 340 of 1,000', 'Keep working'],
  ['offline', 'Offline', 'Everyone else: as of 09:12'],
  ['offline-here', 'Offline, 7 changes saved here', 'They go out by themselves'],
  ['needs-you', '2 need you', 'The rest is saved'],
];

const nothing = () => undefined;
const undo = { label: 'Undo', onPress: nothing };
const toasts: readonly Toast[] = [
  {
    icon: <CheckIcon className="text-kelp" />,
    text: (
      <>
        Completed <b>Pay the studio rent</b>
      </>
    ),
    action: undo,
  },
  {
    icon: <TrashIcon className="text-ink-3" />,
    text: (
      <>
        Deleted <b>Old price list</b>
      </>
    ),
    detail: 'In Recently deleted for 90 days',
    action: undo,
  },
  {
    icon: <RetryIcon className="text-kelp" />,
    text: 'A new version is ready',
    detail: 'Nothing is lost.',
    stays: true,
    action: { label: 'Restart', onPress: nothing },
  },
  {
    icon: <DownloadIcon className="text-kelp" />,
    text: 'Backup saved to Downloads',
    detail: 'holdfast-2026-03-12.json, 38 MB',
    action: { label: 'Show', onPress: nothing },
  },
];

export function StatesView() {
  const { show } = useToasts();
  const add = (words: string) => (
    <Button icon={<PlusIcon />} onClick={() => show(toasts[0] ?? { text: words })}>
      {words}
    </Button>
  );
  return (
    <Sheetpage
      title="Quiet states"
      sub="What Holdfast says when there is nothing to do, something to know, or something to undo."
    >
      <Part title="Sync, in six shapes">
        <div className="grid w-full gap-4 md:grid-cols-3">
          {statements.map(([shape, first, second]) => (
            <div key={shape} className="flex items-center gap-3">
              <SyncRing shape={shape} fraction={0.34} size="l" />
              <div>
                <b className="block font-medium">{first}</b>
                <span className="meta block">{second}</span>
              </div>
            </div>
          ))}
        </div>
      </Part>
      <Part title="Toasts">
        <div className="grid w-full gap-4 md:grid-cols-2">
          {toasts.map((toast) => (
            <ToastCard key={String(toast.detail)} toast={toast} onGone={nothing} />
          ))}
        </div>
      </Part>
      <Part title="Banners">
        <div className="grid w-full gap-3 md:grid-cols-2 [&>.banner]:m-0 [&>.banner]:w-full [&>.banner]:max-w-none">
          <Banner
            mark={<SyncRing shape="offline-here" />}
            lead="Offline."
            action={<Button kind="text">See all</Button>}
          >
            7 changes saved here.
          </Banner>
          <Banner
            mark={<SyncRing shape="needs-you" />}
            lead="2 need you."
            action={<Button kind="text">Review</Button>}
          >
            Everything else is saved.
          </Banner>
          <Banner
            mark={<SyncRing shape="here" />}
            lead="You’re signed out."
            action={<Button kind="text">Sign in</Button>}
          >
            Your 4 waiting changes stay here and go out when you sign in.
          </Banner>
          <Banner mark={<AlertIcon className="text-brick" />} lead="This device is almost full.">
            New changes still save. Remove photos or apps from it to make room.
          </Banner>
        </div>
      </Part>
      <Part title="Empty">
        <div className="grid w-full md:grid-cols-4">
          <Empty
            art="today"
            title="Nothing left today"
            fact="Eight done. Tomorrow has three."
            action={<Button kind="quiet">See tomorrow</Button>}
          />
          <Empty
            art="inbox"
            title="The inbox is clear"
            fact="What you add without a project lands here."
            action={add('Add a task')}
          />
          <Empty
            art="search"
            title="Nothing here says “skiff”"
            fact="Searched all 4,212 tasks kept on this device."
            action={add('Add “skiff”')}
          />
          <Empty
            art="project"
            title="A new project"
            fact="Add the first task, or paste a list: each line becomes one."
            action={add('Add a task')}
          />
        </div>
      </Part>
    </Sheetpage>
  );
}
