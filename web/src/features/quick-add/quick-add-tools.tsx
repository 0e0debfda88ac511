/** The buttons below the line, for who does not know the signs: each writes into the line what it stands for. */
import { IconButton } from '../../ui/icon-button';
import { BangIcon, CalendarIcon, HashIcon, RepeatIcon, UserIcon } from '../../ui/icons';
import { MenuButton, PopoverButton } from '../../ui/menu-button';
import { useWords } from '../../words/use-words';
import { DueDays } from './due-days';
import { quickAddWords } from './words';

export interface QuickAddToolsProps {
  insert: (text: string) => void;
  /** There is somebody to assign to. */
  people: boolean;
}

export function QuickAddTools({ insert, people }: QuickAddToolsProps) {
  const t = useWords(quickAddWords);
  const entries = (...choices: (readonly [label: string, text: string])[]) =>
    choices.map(([label, text]) => ({ label, onSelect: () => insert(`${text} `) }));
  return (
    <div className="composer-tools" role="toolbar" aria-label={t.addToLine}>
      <PopoverButton
        label={t.due}
        trigger={(trigger) => <IconButton {...trigger} label={t.due} icon={<CalendarIcon />} />}
      >
        {(close) => (
          <DueDays
            onWords={(words) => {
              close();
              insert(`${words} `);
            }}
          />
        )}
      </PopoverButton>
      <IconButton label={t.projectOrLabel} icon={<HashIcon />} onClick={() => insert('#')} />
      <MenuButton
        label={t.priority}
        entries={() => entries([t.urgent, '!urgent'], [t.high, '!high'], [t.low, '!low'])}
        trigger={(trigger) => <IconButton {...trigger} label={t.priority} icon={<BangIcon />} />}
      />
      {people && <IconButton label={t.assignee} icon={<UserIcon />} onClick={() => insert('@')} />}
      <MenuButton
        label={t.repeat}
        entries={() =>
          entries(
            [t.everyDay, 'every day'],
            [t.everyWeekday, 'every weekday'],
            [t.everyWeek, 'every week'],
            [t.everyMonth, 'every month'],
            [t.everyYear, 'every year'],
          )
        }
        trigger={(trigger) => <IconButton {...trigger} label={t.repeat} icon={<RepeatIcon />} />}
      />
    </div>
  );
}
