/** Mine: assigned to me, or to nobody and made by me. */
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../words/use-words';
import type { ViewChoice } from './view-choice';
import { viewsWords } from './words';

type Whose = ViewChoice['whose'];

export function WhoseSwitch({ value, onValue }: { value: Whose; onValue: (value: Whose) => void }) {
  const t = useWords(viewsWords);
  return (
    <Segmented
      label={t.whose}
      value={value}
      onValue={onValue}
      segments={[
        { value: 'mine', label: t.mine },
        { value: 'everyone', label: t.everyone },
      ]}
    />
  );
}
