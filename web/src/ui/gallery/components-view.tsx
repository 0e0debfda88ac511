/** Every component in every state that can be drawn without a pointer; hover and press are forced by the camera. */
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Avatar } from '../avatar';
import { Button } from '../button';
import { Check } from '../check';
import { Chip, ToggleChip } from '../chip';
import { TextArea, TextField } from '../field';
import { IconButton } from '../icon-button';
import {
  BoardIcon,
  CalendarIcon,
  ForwardIcon,
  MoreIcon,
  RepeatIcon,
  SunIcon,
  TrashIcon,
  UserIcon,
} from '../icons';
import { Kbd, NeedsYouMark, Pebble, PendingMark, PriorityMark, StatusMark } from '../marks';
import type { MenuEntry } from '../menu';
import { MenuButton } from '../menu-button';
import { Row, RowPlace, RowWhen } from '../row';
import { Segmented } from '../segmented';
import { Switch } from '../switch';
import { Part, Sheetpage, Specimen } from './specimen';

const nothing = () => undefined;
const states = ['Default', 'Hover', 'Focus-visible', 'Pressed'] as const;

export function ComponentsView() {
  const [tall, setTall] = useState('week');
  const [on, setOn] = useState(true);
  return (
    <Sheetpage
      title="Components and their states"
      sub="Every state is a shape or a word as well as a colour."
    >
      <h2 className="mt-8 mb-3 border-t border-line-strong pt-3 text-small font-semibold">Task row</h2>
      {states.map((state) => (
        <RowSpecimen key={state} name={state} state={state} />
      ))}
      <RowSpecimen name="Selected" row={{ selected: true }} />
      <RowSpecimen name="Pending: saved here" row={{ mark: <PendingMark /> }} />
      <RowSpecimen name="Needs you" row={{ mark: <NeedsYouMark /> }} />
      <RowSpecimen name="View only" row={{ check: <Check checked={false} label="Complete: x" disabled /> }} />
      <RowSpecimen name="Done" row={{ done: true, check: <Check checked label="Complete: x" /> }} />
      <RowSpecimen name="Overdue" late />
      <RowSpecimen name="Dragging" row={{ lifted: true }} />

      <Part title="Check">
        {states.map((state) => (
          <Specimen key={state} name={state} state={state}>
            <Check checked={false} label="Complete: x" onChange={nothing} />
          </Specimen>
        ))}
        <Specimen name="Done">
          <Check checked label="Complete: x" />
        </Specimen>
        <Specimen name="Partly done">
          <Check checked="mixed" label="Complete: x" />
        </Specimen>
        <Specimen name="Disabled">
          <Check checked={false} disabled label="Complete: x" />
        </Specimen>
        <Specimen name="Step">
          <Check checked={false} step label="Complete: x" />
        </Specimen>
        <Specimen name="Step done">
          <Check checked step label="Complete: x" />
        </Specimen>
      </Part>

      <Part title="Buttons">
        {states.map((state) => (
          <Specimen key={state} name={state} state={state}>
            <Button kind="main">Save result</Button>
            <Button kind="line">Keep both</Button>
            <Button kind="quiet">Later</Button>
          </Specimen>
        ))}
        <Specimen name="Disabled, with a reason beside it">
          <Button kind="main" restsBecause="Needs a connection">
            Invite
          </Button>
        </Specimen>
        <Specimen name="Sending">
          <Button kind="main" sending="Sending…">
            Create account
          </Button>
        </Specimen>
        <Specimen name="Danger">
          <Button kind="danger">Discard</Button>
        </Specimen>
        <Specimen name="Text">
          <Button kind="text">Undo</Button>
        </Specimen>
        <Specimen name="Icon">
          <IconButton label="More" icon={<MoreIcon />} />
        </Specimen>
      </Part>

      <Part title="Fields">
        <Specimen name="Default">
          <TextField label="Comment" value="" onValue={nothing} placeholder="Write a comment" />
        </Specimen>
        <Specimen name="Focus" state="Focus">
          <TextField label="Title" value="Ring Tove" onValue={nothing} />
        </Specimen>
        <Specimen name="Error">
          <TextField label="Due" value="31 feb" onValue={nothing} fault="February has 28 days this year." />
        </Specimen>
        <Specimen name="Disabled">
          <TextField label="Email" value="ruth@harbour.example" onValue={nothing} disabled />
        </Specimen>
        <Specimen name="Help">
          <TextArea label="Notes" value="Two lines" onValue={nothing} help="Shown to everyone." />
        </Specimen>
      </Part>

      <Part title="Chips, choices, marks">
        <Specimen name="Parsed">
          <Chip icon={<CalendarIcon />} onRemove={nothing}>
            Fri 13 Mar, 09:00
          </Chip>
        </Specimen>
        <Specimen name="Filter off, on">
          <ToggleChip on={!on} onChange={() => setOn(!on)}>
            Mine
          </ToggleChip>
          <ToggleChip on={on} onChange={setOn}>
            Open
          </ToggleChip>
        </Specimen>
        <Specimen name="Segment">
          <Segmented
            label="Range"
            value={tall}
            onValue={setTall}
            segments={[
              { value: 'week', label: 'Week' },
              { value: 'month', label: 'Month' },
            ]}
          />
        </Specimen>
        <Specimen name="Switch off, on">
          <Switch label="Off" checked={!on} onChange={(next) => setOn(!next)} />
          <Switch label="On" checked={on} onChange={setOn} />
        </Specimen>
        <Specimen name="Priority: urgent, high, normal, low">
          <PriorityMark level="urgent" />
          <PriorityMark level="high" />
          <PriorityMark level="normal" />
          <PriorityMark level="low" />
        </Specimen>
        <Specimen name="Status">
          <StatusMark status="todo" />
          <StatusMark status="progress" />
          <StatusMark status="blocked" />
          <StatusMark status="done" />
        </Specimen>
        <Specimen name="Projects: pebbles">
          {([1, 2, 3, 4, 5, 6] as const).map((hue) => (
            <Pebble key={hue} hue={hue} />
          ))}
        </Specimen>
        <Specimen name="Face, here now, large">
          <Avatar id="jonas" name="Jonas" />
          <Avatar id="ana" name="Ana" here />
          <Avatar id="omar" name="Omar" size="m" here />
          <Avatar id="mei" name="Mei" size="l" />
        </Specimen>
        <Specimen name="Saved here">
          <PendingMark />
        </Specimen>
        <Specimen name="Key">
          <Kbd>N</Kbd> <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
        </Specimen>
      </Part>

      <Part title="Menu">
        <MenuButton
          label="Task"
          entries={taskMenu}
          trigger={(props) => <IconButton {...props} label="Task menu" icon={<MoreIcon />} />}
        />
        <MenuButton
          label="Schedule"
          entries={scheduleMenu}
          trigger={(props) => (
            <button type="button" {...props} className="picker picker-line">
              Schedule
            </button>
          )}
        />
      </Part>
    </Sheetpage>
  );
}

function taskMenu(): MenuEntry[] {
  return [
    { label: 'Schedule', icon: <CalendarIcon />, end: <Kbd>S</Kbd>, onSelect: nothing },
    { label: 'Assign', icon: <UserIcon />, end: <Kbd>A</Kbd>, onSelect: nothing },
    {
      kind: 'menu',
      label: 'Move to',
      icon: <BoardIcon />,
      entries: [
        { label: 'Home', icon: <Pebble hue={1} />, chosen: true, onSelect: nothing },
        { label: 'Boat shed fit-out', icon: <Pebble hue={2} />, chosen: false, onSelect: nothing },
      ],
    },
    { kind: 'line' },
    { label: 'Delete', icon: <TrashIcon />, end: <Kbd>Del</Kbd>, danger: true, onSelect: nothing },
  ];
}

function scheduleMenu(): MenuEntry[] {
  return [
    { label: 'Today', icon: <SunIcon />, end: 'Thu', onSelect: nothing },
    { label: 'Tomorrow', icon: <ForwardIcon />, end: 'Fri', onSelect: nothing },
    { label: 'Next week', icon: <CalendarIcon />, end: 'Mon 16 Mar', onSelect: nothing },
    { label: 'Repeat', icon: <RepeatIcon />, chosen: true, onSelect: nothing },
  ];
}

interface RowSpecimenProps {
  name: string;
  state?: string;
  late?: boolean;
  row?: { selected?: boolean; mark?: ReactNode; check?: ReactNode; done?: boolean; lifted?: boolean };
}

function RowSpecimen({ name, state, late = false, row = {} }: RowSpecimenProps) {
  return (
    <div className="isolate grid items-center py-1 md:grid-cols-[170px_1fr]">
      <span className="meta">{name}</span>
      <div className="list min-w-0 md:px-3">
        <ul data-state={state}>
          <Row
            href="/gallery.html?view=task"
            title="Order 40 m of marine rope"
            check={<Check checked={false} label="Complete: x" onChange={nothing} />}
            facts={
              <>
                <RowWhen late={late}>{late ? 'Tue 10 Mar' : 'Today'}</RowWhen>
                <RowPlace name="Boat shed fit-out" hue={2} />
                <PriorityMark level="high" />
              </>
            }
            face={<Avatar id="sam" name="Sam" />}
            {...row}
            className="after:hidden"
          />
        </ul>
      </div>
    </div>
  );
}
