/** Fingers on lists: a long press selects, a swipe completes or shows two tools, a pull at the top checks now. */
import { useState } from 'react';
import { lightTap } from '../../platform/tap';
import { shownSwipe, TOUCH } from '../../ui/gestures/touch';
import { useTouch } from '../../ui/gestures/use-touch';
import { CheckIcon } from '../../ui/icons';
import { useWords } from '../../words/use-words';
import { toggle } from '../selection/selection-moves';
import { useDirectory } from '../tasks/directory';
import { SwipeTools } from './swipe-tools';
import { useCheckNow } from './use-check-now';
import { gestureWords } from './words';

interface Swipe {
  readonly row: HTMLElement;
  readonly dx: number;
  readonly catches: boolean;
}

export function ListGestures() {
  const t = useWords(gestureWords);
  const { mayWrite } = useDirectory();
  const [swipe, setSwipe] = useState<Swipe | null>(null);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const [pull, setPull] = useState<{ readonly dy: number; readonly asks: boolean } | null>(null);
  const checkNow = useCheckNow();

  const putBack = (row: HTMLElement) => {
    row.style.transform = '';
    row.style.transition = 'transform var(--t-move) var(--ease-out)';
  };

  useTouch(mayWrite, {
    held(row) {
      lightTap();
      toggle(row.dataset['row'] ?? null);
    },
    swiped(row, dx, release) {
      if (tools) {
        putBack(tools);
        setTools(null);
      }
      if (dx !== null) {
        row.style.transition = 'none';
        row.style.transform = `translateX(${dx}px)`;
        if (release === 'complete' && !swipe?.catches) lightTap();
        setSwipe({ row, dx, catches: release === 'complete' });
        return;
      }
      setSwipe(null);
      if (release === 'tools') {
        row.style.transition = 'transform var(--t-move) var(--ease-out)';
        row.style.transform = `translateX(${shownSwipe(-TOUCH.tools)}px)`;
        setTools(row);
        return;
      }
      putBack(row);
      // As a tap on its check: it rests and closes up in the same way.
      if (release === 'complete') row.querySelector<HTMLElement>(':scope > .check')?.click();
    },
    pulled(dy, release) {
      setPull(dy === null ? null : { dy, asks: release === 'check' });
      if (dy === null && release === 'check') checkNow();
    },
  });

  return (
    <>
      {swipe && swipe.dx > 0 && <SwipeDone swipe={swipe} />}
      {tools && (
        <SwipeTools
          key={tools.dataset['row']}
          row={tools}
          onDone={() => {
            putBack(tools);
            setTools(null);
          }}
        />
      )}
      {pull && (
        <p className="pull-says" aria-hidden="true" style={{ opacity: Math.min(1, pull.dy / TOUCH.pull) }}>
          {pull.asks ? t.letGo : t.pull}
        </p>
      )}
    </>
  );
}

/** What letting go will do, in the room that the row leaves. */
function SwipeDone({ swipe }: { swipe: Swipe }) {
  const t = useWords(gestureWords);
  const box = swipe.row.getBoundingClientRect();
  const done = swipe.row.classList.contains('row-done');
  return (
    <div
      className={swipe.catches ? 'swipe-done swipe-catches' : 'swipe-done'}
      aria-hidden="true"
      style={{ top: box.top, height: box.height, width: Math.max(0, box.left) }}
    >
      <CheckIcon />
      {done ? t.reopen : t.complete}
    </div>
  );
}
