/** What ends a chooser: back to no choice at all, and done. */
import { useWords } from '../words/use-words';
import { Button } from './button';
import { uiWords } from './words';

export interface ChooserFootProps {
  /** "No date" */
  none: string;
  isNone?: boolean | undefined;
  onNone: () => void;
  onDone: () => void;
}

export function ChooserFoot({ none, isNone = false, onNone, onDone }: ChooserFootProps) {
  const t = useWords(uiWords);
  return (
    <div className="flex justify-between">
      <Button kind="quiet" disabled={isNone} onClick={onNone}>
        {none}
      </Button>
      <Button kind="text" onClick={onDone}>
        {t.chosen}
      </Button>
    </div>
  );
}
