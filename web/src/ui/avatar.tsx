/** A person's face: the initial of their name on a hue made from their id. */
import { useWords } from '../words/use-words';
import { classNames } from './class-names';
import { hueFromId } from './marks';
import { uiWords } from './words';

export interface AvatarProps {
  id: string;
  name: string;
  /** xs 18, s 22 (rows), m 32, l 40 */
  size?: 'xs' | 's' | 'm' | 'l' | undefined;
  /** Here now: only while the stream says so. */
  here?: boolean | undefined;
  /** Where the name stands beside the face. */
  decorative?: boolean | undefined;
}

export function Avatar({ id, name, size = 's', here = false, decorative = false }: AvatarProps) {
  const t = useWords(uiWords);
  const classes = classNames(
    'face',
    `hue-${hueFromId(id)}`,
    size !== 's' && `face-${size}`,
    here && 'face-here',
  );
  if (decorative) {
    return (
      <span className={classes} aria-hidden="true">
        {initial(name)}
      </span>
    );
  }
  return (
    <span className={classes} role="img" aria-label={here ? t.hereNow({ name }) : name} title={name}>
      {initial(name)}
    </span>
  );
}

/** The first whole character that a reader would see, which may be several code units. */
function initial(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim());
  return first ? first.segment.toLocaleUpperCase() : '?';
}
