/** The mockups' quick add: a line with marks, chips, tools. */
import { useRef, useState } from 'react';
import { Avatar } from '../avatar';
import { Chip } from '../chip';
import { IconButton, SendButton } from '../icon-button';
import { BangIcon, CalendarIcon, HashIcon, PlusIcon, UserIcon } from '../icons';
import { MarkedInput } from '../marked-input';
import { Pebble, PriorityMark } from '../marks';
import { Dialog } from '../overlays';
import { SyncRing } from '../sync-ring';
import { TodayView } from './today-view';

const nothing = () => undefined;

export function QuickAddView() {
  const [text, setText] = useState('Pay rent fri 9am #home !high @ana');
  const field = useRef<HTMLTextAreaElement>(null);
  const marks = [...text.matchAll(/fri 9am|#\S+|!\S+|@\S+/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    tone:
      ({ '#': 'place', '!': 'priority', '@': 'person' } as const)[found[0].charAt(0)] ?? ('when' as const),
  }));
  return (
    <>
      <TodayView />
      <Dialog open onClose={nothing} place="high" title="New task" hideTitle initialFocus={field}>
        <div className="composer">
          <MarkedInput
            ref={field}
            label="New task"
            value={text}
            onValue={setText}
            marks={marks}
            placeholder="What needs doing?"
            onEnter={nothing}
          />
          <div className="chips">
            <Chip icon={<CalendarIcon />} onRemove={nothing}>
              Fri 13 Mar, 09:00
            </Chip>
            <Chip icon={<Pebble hue={1} />} onRemove={nothing}>
              Home
            </Chip>
            <Chip icon={<PriorityMark level="high" decorative />} onRemove={nothing}>
              High
            </Chip>
            <Chip icon={<Avatar id="ana" name="Ana" size="xs" decorative />} onRemove={nothing}>
              Ana
            </Chip>
          </div>
          <div className="composer-foot">
            <div className="composer-tools">
              <IconButton label="When" icon={<CalendarIcon />} />
              <IconButton label="Project or label" icon={<HashIcon />} />
              <IconButton label="Priority" icon={<BangIcon />} />
              <IconButton label="Assign" icon={<UserIcon />} />
            </div>
            <SendButton label="Add task" icon={<PlusIcon />} />
          </div>
          <p className="composer-note">
            <SyncRing shape="offline" size="s" />
            No signal right now. Added here at once, sent later.
          </p>
        </div>
      </Dialog>
    </>
  );
}
