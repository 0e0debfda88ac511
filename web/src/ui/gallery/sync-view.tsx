/** The mockups' sync centre with two things that need you. */
import { useState } from 'react';
import { Page } from '../app-frame';
import { Button } from '../button';
import { ChangeLine } from '../change-line';
import { Fact, Facts } from '../facts';
import { BoardIcon, CheckIcon, CopyIcon, DownloadIcon, ImageIcon, PlusIcon, RetryIcon } from '../icons';
import { Dialog } from '../overlays';
import { BackBar } from '../page-header';
import { Meter } from '../progress';
import { SectionHeader } from '../section-header';
import { SyncHead } from '../sync-says';
import { GalleryFrame } from './gallery-frame';

export function SyncView() {
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <GalleryFrame at="sync" says={{ shape: 'needs-you', first: '2 need you', second: 'The rest is saved' }}>
      <Page width="wide" header={<BackBar title="Sync centre" href="#more" phoneOnly />}>
        <div className="pt-2 md:pt-8 lg:grid lg:grid-cols-[minmax(0,1fr)_300px] lg:gap-12">
          <div>
            <SyncHead shape="needs-you" title="2 need you">
              Everything else is saved. These two wait until you decide; nothing of yours is lost.
            </SyncHead>
            <SectionHeader title="Need you" count={2} />
            <ul className="rows">
              <ChangeLine
                needsYou
                meta="You 09:14, Ana 09:20 · title, assignee, description"
                actions={<Button kind="main">Review</Button>}
              >
                You and Ana both changed <b>Order 40 m of marine rope</b>
              </ChangeLine>
              <ChangeLine
                needsYou
                meta="Jonas archived the project at 09:02, so nobody can add to it."
                quote="Page 4 still shows the 2024 price for the double kayak. Should we fix it before the fair?"
                actions={
                  <>
                    <Button icon={<RetryIcon />}>Retry</Button>
                    <Button icon={<CopyIcon />}>Copy</Button>
                    <Button kind="danger" onClick={() => setAsking(true)}>
                      Discard
                    </Button>
                  </>
                }
              >
                Your comment on <b>Old price list</b> could not be added
              </ChangeLine>
            </ul>
            <SectionHeader title="Sent today" count={23} />
            <ul className="rows">
              <ChangeLine icon={<CheckIcon />} meta="09:38 · everyone has it">
                Completed <b>Water the seedlings</b>
              </ChangeLine>
              <ChangeLine icon={<BoardIcon />} meta="09:37 · everyone has it">
                Moved <b>Order 40 m of marine rope</b> to In progress
              </ChangeLine>
              <ChangeLine
                icon={<ImageIcon />}
                meta="2.1 of 5.3 MB sent · goes on from there"
                sent={{ label: 'north-wall.jpg uploaded', value: 40, most: 100 }}
              >
                Photo <b>north-wall.jpg</b>
              </ChangeLine>
              <ChangeLine icon={<PlusIcon />} meta="09:29 · everyone has it">
                Added <b>Buy seed compost</b>
              </ChangeLine>
            </ul>
          </div>
          <aside className="pt-8 md:pt-2">
            <h2 className="h3 mb-1">This device</h2>
            <Facts>
              <Fact name="Last sync">09:41, just now</Fact>
              <Fact name="Kept here">4,212 tasks, 318 files</Fact>
              <Fact name="Storage">
                38 MB of 2.1 GB
                <Meter label="Storage used" value={38} most={2100} size="s" tone="quiet" />
              </Fact>
              <Fact name="Last backup">3 March</Fact>
            </Facts>
            <Button wide icon={<DownloadIcon />} className="mt-4">
              Export backup
            </Button>
            <p className="help mt-2">
              One file with every task, comment and attachment on this device. Works offline.
            </p>
          </aside>
        </div>
        <Dialog
          open={asking}
          onClose={close}
          small
          title="Discard your comment on “Old price list”?"
          actions={
            <>
              <Button kind="main" onClick={close}>
                Copy, then discard
              </Button>
              <Button kind="danger" onClick={close}>
                Discard
              </Button>
              <Button kind="quiet" onClick={close}>
                Keep
              </Button>
            </>
          }
        >
          It is only on this device.
        </Dialog>
      </Page>
    </GalleryFrame>
  );
}
