/** The mockups' Today, with and without a task open beside it. */
import { useState } from 'react';
import { Page } from '../app-frame';
import { Avatar } from '../avatar';
import { Button } from '../button';
import { Check } from '../check';
import { Block, Properties, Property, PropertyButton } from '../facts';
import { IconButton, SendButton } from '../icon-button';
import {
  CalendarIcon,
  CheckIcon,
  ChecklistIcon,
  ClipIcon,
  FilterIcon,
  MoreIcon,
  PlusIcon,
  RepeatIcon,
  UpIcon,
} from '../icons';
import { Kbd, Pebble, PendingMark, PriorityMark, StatusMark } from '../marks';
import { PageHeader } from '../page-header';
import { Panel, PanelBar, PanelBody, PanelFoot, PanelTitle } from '../panel';
import { Progress } from '../progress';
import { AddRow, Row, RowCount, RowLabels, RowPlace, Rows, RowWhen } from '../row';
import { SectionHeader } from '../section-header';
import { SyncButton } from '../sync-says';
import { useToasts } from '../toast';
import { GalleryFrame } from './gallery-frame';
import { late, later, type Sample, today } from './sample-rows';

const says = {
  shape: 'here',
  first: '3 changes saved here',
  second: 'Sending when the signal holds',
} as const;

export function TodayView({ open = false }: { open?: boolean }) {
  const [opened, setOpened] = useState(open);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set(['Water the seedlings']));
  const { show } = useToasts();
  const toggle = (title: string) => {
    setDone((was) => new Set(was.has(title) ? [...was].filter((other) => other !== title) : [...was, title]));
    show({
      icon: <CheckIcon className="text-kelp" />,
      text: (
        <>
          Completed <b>{title}</b>
        </>
      ),
      action: {
        label: 'Undo',
        onPress: () => setDone((was) => new Set([...was].filter((other) => other !== title))),
      },
    });
  };
  const rows = (samples: Sample[]) =>
    samples.map((sample) => (
      <SampleRow
        key={sample.title}
        sample={sample}
        done={done.has(sample.title)}
        current={opened && sample.title.startsWith('Order')}
        onToggle={async () => {
          toggle(sample.title);
          return null;
        }}
        onOpen={() => setOpened(true)}
      />
    ));
  return (
    <GalleryFrame
      at="today"
      says={says}
      panelOpen={opened}
      panel={<SamplePanel open={opened} onClose={() => setOpened(false)} />}
    >
      <Page
        header={
          <PageHeader
            title="Today"
            sub={
              <>
                Thursday 12 March
                <Progress done={1} all={11} words="1 of 11 done" />
              </>
            }
            sync={<SyncButton href="#sync" {...says} count={3} />}
            actions={
              <Button kind="quiet" icon={<FilterIcon />}>
                Group: day
              </Button>
            }
          />
        }
      >
        <SectionHeader
          title="Overdue"
          count={2}
          late
          action={
            <Button kind="text" size="head">
              Move to today
            </Button>
          }
        />
        <Rows label="Overdue">{rows(late)}</Rows>
        <SectionHeader title="Today" count={5} />
        <Rows label="Today">{rows(today)}</Rows>
        <div className="hidden md:block">
          <AddRow icon={<PlusIcon />} shortcut={<Kbd>N</Kbd>} onPress={() => undefined}>
            Add to today
          </AddRow>
        </div>
        <SectionHeader title="Later today" count={3} />
        <Rows label="Later today">{rows(later)}</Rows>
      </Page>
    </GalleryFrame>
  );
}

interface SampleRowProps {
  sample: Sample;
  done: boolean;
  current: boolean;
  onToggle: () => Promise<null>;
  onOpen: () => void;
}

function SampleRow({ sample, done, current, onToggle, onOpen }: SampleRowProps) {
  return (
    <Row
      href="#task"
      title={sample.title}
      done={done}
      current={current}
      onOpen={(event) => {
        event.preventDefault();
        onOpen();
      }}
      check={<Check checked={done} label={`Complete: ${sample.title}`} onChange={onToggle} />}
      facts={
        <>
          <RowWhen late={sample.late ?? false}>
            {sample.when}
            {sample.repeats && <RepeatIcon label="Repeats" />}
          </RowWhen>
          <RowPlace name={sample.place} hue={sample.hue} />
          {sample.steps && (
            <RowCount icon={<ChecklistIcon />} label="Steps">
              {sample.steps}
            </RowCount>
          )}
          {sample.files && (
            <RowCount icon={<ClipIcon />} label="Files">
              {sample.files}
            </RowCount>
          )}
          {sample.labels && <RowLabels>{sample.labels}</RowLabels>}
          {sample.priority && <PriorityMark level={sample.priority} />}
        </>
      }
      mark={sample.pending && <PendingMark />}
      face={sample.face && <Avatar id={sample.face.toLowerCase()} name={sample.face} />}
      tools={
        <>
          <IconButton label="Schedule" icon={<CalendarIcon />} />
          <IconButton label="More" icon={<MoreIcon />} />
        </>
      }
    />
  );
}

function SamplePanel({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Panel open={open} about="rope" onClose={onClose} label="Task: Order 40 m of marine rope">
      <PanelBar
        onClose={onClose}
        crumb={
          <a className="panel-crumb" href="#project">
            <Pebble hue={2} />
            <span>Boat shed fit-out</span>
          </a>
        }
        actions={<IconButton label="More actions" icon={<MoreIcon />} />}
      />
      <PanelBody>
        <PanelTitle check={<Check checked={false} label="Complete: Order 40 m of marine rope" />}>
          <textarea
            className="input-plain"
            rows={1}
            aria-label="Title"
            defaultValue="Order 40 m of marine rope"
          />
        </PanelTitle>
        <Properties>
          <Property name="Status">
            <PropertyButton label="Status: In progress" mark={<StatusMark status="progress" decorative />}>
              In progress
            </PropertyButton>
          </Property>
          <Property name="Due">
            <PropertyButton label="Due: Fri 13 Mar, 09:00" mark={<CalendarIcon />}>
              Fri 13 Mar, 09:00
            </PropertyButton>
          </Property>
          <Property name="Priority">
            <PropertyButton label="Priority: High" mark={<PriorityMark level="high" decorative />}>
              High
            </PropertyButton>
          </Property>
          <Property name="Repeats">
            <PropertyButton label="Repeats: Every 6 months" mark={<RepeatIcon />}>
              Every 6 months
            </PropertyButton>
          </Property>
          <Property name="Assignee">
            <PropertyButton label="Assignee: Sam" mark={<Avatar id="sam" name="Sam" decorative />}>
              Sam
            </PropertyButton>
          </Property>
          <Property name="Labels">
            <PropertyButton label="Labels: #rope #suppliers">#rope #suppliers</PropertyButton>
          </Property>
        </Properties>
        <Block title="Description">
          <div className="prose">
            <p>
              Ring Tove at Nordkap <b>before noon</b>, she knows the shed. We need:
            </p>
          </div>
        </Block>
      </PanelBody>
      <PanelFoot>
        <input className="input input-round" aria-label="Comment" placeholder="Write a comment" />
        <SendButton label="Send" icon={<UpIcon />} className="rounded-full" />
      </PanelFoot>
    </Panel>
  );
}
