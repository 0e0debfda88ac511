/**
 * The frame of every icon: a 24 grid, strokes of 1.75 with round ends. An icon is decoration,
 * hidden from readers, unless it has a label.
 */
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface IconProps {
  /** What a reader says. Leave it out where words stand beside the icon. */
  label?: string | undefined;
  /** s 16, m 20, l 24; without one it is 1.25 of the text's size, or what its container says. */
  size?: 's' | 'm' | 'l' | undefined;
  className?: string | undefined;
}

interface IconFrameProps extends IconProps {
  children: ReactNode;
}

export function Icon({ label, size, className, children }: IconFrameProps) {
  const classes = classNames('icon', size && `icon-${size}`, className);
  if (label) {
    return (
      <svg className={classes} viewBox="0 0 24 24" role="img" aria-label={label}>
        {children}
      </svg>
    );
  }
  return (
    <svg className={classes} viewBox="0 0 24 24" aria-hidden="true">
      {children}
    </svg>
  );
}

/** An icon made of one path. `along` ones point with the line and turn round in right-to-left scripts. */
export function pathIcon(path: string, { along = false } = {}) {
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each icon, at module level
  return function PathIcon({ className, ...props }: IconProps) {
    return (
      <Icon {...props} className={classNames(className, along && 'icon-along')}>
        <path d={path} />
      </Icon>
    );
  };
}
