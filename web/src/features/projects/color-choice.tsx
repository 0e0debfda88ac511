/** One of the six pebbles, by name too: no colour speaks alone. */
import { COLORS, type Project } from '@holdfast/shared/entities/project';
import { type Hue, Pebble } from '../../ui/marks';
import { Segmented } from '../../ui/segmented';

type Color = Project['color'];

export const colorNames: { readonly [color in Color]: string } = {
  '1': 'Kelp',
  '2': 'Water',
  '3': 'Sand',
  '4': 'Coral',
  '5': 'Mussel',
  '6': 'Slate',
};

export function ColorChoice({ value, onValue }: { value: Color; onValue: (color: Color) => void }) {
  return (
    <Segmented
      label="Colour"
      wide
      value={value}
      onValue={onValue}
      segments={COLORS.map((color) => ({
        value: color,
        label: (
          <>
            <Pebble large hue={Number(color) as Hue} />
            <span className="sr-only">{colorNames[color]}</span>
          </>
        ),
      }))}
    />
  );
}
