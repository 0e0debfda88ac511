/**
 * The app's own icons. One path each where possible; circles and boxes are written as paths.
 * The rings that tell where changes are live in sync-ring.tsx, priority and status in marks.tsx.
 */
import { Icon, type IconProps, pathIcon } from './icon';

const along = { along: true };

export const AlertIcon = pathIcon('M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM12 7.8v4.7M12 16.2h.01');
export const BackIcon = pathIcon('M19 12H5M11 6l-6 6 6 6', along);
export const BangIcon = pathIcon('M12 4.5v9.5M12 19h.01');
export const BellIcon = pathIcon(
  'M6 16.5c1-1.5 1.3-3 1.3-6a4.7 4.7 0 0 1 9.4 0c0 3 .3 4.5 1.3 6zM10 19.5a2.2 2.2 0 0 0 4 0',
);
export const CalendarIcon = pathIcon(
  'M6.5 5.5h11A2.5 2.5 0 0 1 20 8v9.5a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17.5V8a2.5 2.5 0 0 1 2.5-2.5zM4 10h16M8.5 3.5v3.5M15.5 3.5v3.5',
);
export const ChartIcon = pathIcon('M4 20h16M7 16.5v-4M12 16.5V5M17 16.5V9');
export const ChatIcon = pathIcon('M20 12a7.5 7.5 0 0 1-11 6.6L4.5 20l1.3-4.2A7.5 7.5 0 1 1 20 12z');
export const CheckIcon = pathIcon('m5 12.5 4.6 4.5L19 7.5');
export const ChecklistIcon = pathIcon(
  'M9 6.5h11M9 12h11M9 17.5h11m-16.5-11 .9.9 1.6-1.8M3.5 12.5l.9.9 1.6-1.8M3.5 18l.9.9 1.6-1.8',
);
export const ChevronDownIcon = pathIcon('m7 10 5 5 5-5');
export const ChevronRightIcon = pathIcon('m10 7 5 5-5 5', along);
export const ClipIcon = pathIcon(
  'm19.5 11.5-7.6 7.6a4.7 4.7 0 0 1-6.7-6.7l8-8a3.1 3.1 0 0 1 4.5 4.5l-8 8a1.6 1.6 0 0 1-2.3-2.3l7.2-7.2',
);
export const CloseIcon = pathIcon('m6.5 6.5 11 11M17.5 6.5l-11 11');
export const CopyIcon = pathIcon(
  'M10.8 8.5h6.9a2.3 2.3 0 0 1 2.3 2.3v6.9a2.3 2.3 0 0 1-2.3 2.3h-6.9a2.3 2.3 0 0 1-2.3-2.3v-6.9a2.3 2.3 0 0 1 2.3-2.3zM15.5 5.5A1.5 1.5 0 0 0 14 4H5.5A1.5 1.5 0 0 0 4 5.5V14a1.5 1.5 0 0 0 1.5 1.5',
);
export const DownIcon = pathIcon('M12 5v14M6 13l6 6 6-6');
export const DownloadIcon = pathIcon('M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 19.5h15');
export const EditIcon = pathIcon(
  'm4.5 19.5.9-4L15.8 5.1a1.8 1.8 0 0 1 2.6 0l.5.5a1.8 1.8 0 0 1 0 2.6L8.5 18.6z',
);
export const FileIcon = pathIcon(
  'M13.5 3.5h-6A1.5 1.5 0 0 0 6 5v14a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 18 19V8zM13.5 3.5V8H18',
);
export const FilterIcon = pathIcon('M4 6.5h16M7 12h10M10 17.5h4');
export const ForwardIcon = pathIcon('M5 12h14M13 6l6 6-6 6', along);
export const GearIcon = pathIcon(
  'M4 7.5h9M17 7.5h3M4 16.5h3M11 16.5h9M17.2 7.5a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0zM11.2 16.5a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0z',
);
export const HashIcon = pathIcon('M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16');
export const HelpIcon = pathIcon(
  'M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0zM9.8 9.5a2.3 2.3 0 1 1 3.4 2.2c-.8.4-1.2.9-1.2 1.8M12 16.5h.01',
);
export const ImageIcon = pathIcon(
  'M6.5 4.5h11A2.5 2.5 0 0 1 20 7v10a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17V7a2.5 2.5 0 0 1 2.5-2.5zM10.5 9.5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM5 17.5l4.5-4 3 2.5 3.5-3.5 3.5 3',
);
export const InboxIcon = pathIcon(
  'M4 13.5 6.3 6.1A1.5 1.5 0 0 1 7.7 5h8.6a1.5 1.5 0 0 1 1.4 1.1L20 13.5v4a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM4 13.5h4.5a3.5 3 0 0 0 7 0H20',
);
export const LinkIcon = pathIcon(
  'M10 14.5a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 9.5a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.2-1.2',
);
export const MoonIcon = pathIcon('M19.5 14.5a8 8 0 0 1-10-10 8 8 0 1 0 10 10z');
export const MoreIcon = pathIcon(
  'M6.5 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0zM13 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0zM19.5 12a1 1 0 1 1-2 0 1 1 0 0 1 2 0z',
);
export const PhoneIcon = pathIcon(
  'M9 3h6a2.5 2.5 0 0 1 2.5 2.5v13A2.5 2.5 0 0 1 15 21H9a2.5 2.5 0 0 1-2.5-2.5v-13A2.5 2.5 0 0 1 9 3zM11 17.8h2',
);
export const PlusIcon = pathIcon('M12 5v14M5 12h14');
export const RepeatIcon = pathIcon(
  'M4.5 11V9.5a3 3 0 0 1 3-3H19M16 3.5l3 3-3 3M19.5 13v1.5a3 3 0 0 1-3 3H5M8 20.5l-3-3 3-3',
);
export const RetryIcon = pathIcon('M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v4.5H15');
export const SearchIcon = pathIcon('M17.1 10.8a6.3 6.3 0 1 1-12.6 0 6.3 6.3 0 0 1 12.6 0zM15.5 15.5l5 5');
export const SunIcon = pathIcon(
  'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.64 5.64l1.06 1.06M17.3 17.3l1.06 1.06M5.64 18.36l1.06-1.06M17.3 6.7l1.06-1.06',
);
export const TimerIcon = pathIcon('M19 13.5a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM12 10v3.5l2 1.5M9.5 3h5M12 3v3.5');
export const TrashIcon = pathIcon(
  'M4.5 6.5h15M9.5 6.5v-2h5v2M6.5 6.5l.9 12a1.5 1.5 0 0 0 1.5 1.5h6.2a1.5 1.5 0 0 0 1.5-1.5l.9-12M10.2 10.5v5.5M13.8 10.5v5.5',
);
export const UpDownIcon = pathIcon('m8 9.5 4-4 4 4M8 14.5l4 4 4-4');
export const UpIcon = pathIcon('M12 19V5M6 11l6-6 6 6');
export const UserIcon = pathIcon(
  'M16 8.5a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4.5 20.5c.8-3.7 3.7-5.5 7.5-5.5s6.7 1.8 7.5 5.5',
);
export const UsersIcon = pathIcon(
  'M13.1 8.5a3.6 3.6 0 1 1-7.2 0 3.6 3.6 0 0 1 7.2 0zM3 20c.6-3.4 3.1-5 6.5-5s5.9 1.6 6.5 5M16 5.2a3.6 3.6 0 0 1 0 6.6M18 15.4c1.7.7 2.7 2.2 3 4.6',
);

export function BoardIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="3.5" y="4.5" width="4.6" height="15" rx="1.3" />
      <rect x="9.9" y="4.5" width="4.6" height="10" rx="1.3" />
      <rect x="16.3" y="4.5" width="4.6" height="6.5" rx="1.3" />
    </Icon>
  );
}

/** The brand: a kelp's holdfast. */
export const HoldfastIcon = pathIcon(
  'M12 2.5v10M12 12.5c0 3.6.2 5.6 0 9M12 11c-.3 4.6-1.6 7.6-4.6 10M12 11c.3 4.6 1.6 7.6 4.6 10M12 9c-.8 4.4-3.6 7.3-8.5 8.6M12 9c.8 4.4 3.6 7.3 8.5 8.6',
);
