/** A plain line of a list that leads somewhere or does one thing: a project, a setting. */
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { ChevronRightIcon } from './icons';
import { Link } from './link';

interface LineContent {
  /** An icon, a large Pebble, a face or a SyncRing. */
  mark?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  /** A value or a control at the end. */
  end?: ReactNode;
}

export interface LineLinkProps extends LineContent {
  href: string;
}

export function LineLink({ href, end, ...content }: LineLinkProps) {
  return (
    <li>
      <Link href={href} className="line">
        <LineParts {...content} end={withChevron(end)} />
      </Link>
    </li>
  );
}

export interface LineButtonProps extends LineContent {
  onPress: () => void;
  /** It opens something, as opposed to doing it. */
  opens?: boolean | undefined;
  disabled?: boolean | undefined;
  /** What it does cannot be taken back. */
  danger?: boolean | undefined;
}

export function LineButton(props: LineButtonProps) {
  const { onPress, opens = false, disabled = false, danger = false, end, ...content } = props;
  return (
    <li>
      <button
        type="button"
        className={classNames('line', danger && 'line-danger')}
        onClick={onPress}
        disabled={disabled}
      >
        <LineParts {...content} end={opens ? withChevron(end) : end} />
      </button>
    </li>
  );
}

/** A line that holds a control of its own, such as a Switch. */
export function Line(content: LineContent) {
  return (
    <li className="line">
      <LineParts {...content} />
    </li>
  );
}

function LineParts({ mark, title, detail, end }: LineContent) {
  return (
    <>
      {mark && <span className="line-mark">{mark}</span>}
      <span className="line-text">
        <span className="line-title">{title}</span>
        {detail && <span className="line-detail">{detail}</span>}
      </span>
      {end && <span className="line-end">{end}</span>}
    </>
  );
}

function withChevron(end: ReactNode): ReactNode {
  return (
    <>
      {end}
      <ChevronRightIcon size="s" />
    </>
  );
}
