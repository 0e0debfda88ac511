/** One of the six pebbles, by name too: no colour speaks alone. */
import { COLORS, type Project } from '@holdfast/shared/entities/project';
import { type Hue, Pebble } from '../../ui/marks';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../words/use-words';
import { colorName } from './color-names';
import { projectsWords } from './words';

type Color = Project['color'];

export function ColorChoice({ value, onValue }: { value: Color; onValue: (color: Color) => void }) {
  const t = useWords(projectsWords);
  return (
    <Segmented
      label={t.colour}
      wide
      value={value}
      onValue={onValue}
      segments={COLORS.map((color) => ({
        value: color,
        label: (
          <>
            <Pebble large hue={Number(color) as Hue} />
            <span className="sr-only">{colorName(color)}</span>
          </>
        ),
      }))}
    />
  );
}
