/** The keys, in a list. */
import { Button } from '../../ui/button';
import { Fact, Facts } from '../../ui/facts';
import { Kbd } from '../../ui/marks';
import { Dialog } from '../../ui/overlays';

const keys: ReadonlyArray<readonly [what: string, ...keys: string[]]> = [
  ['New task', 'N'],
  ['Search', '/', 'Ctrl K'],
  ['Next and previous task', 'J', 'K', '↓', '↑'],
  ['Open', 'Enter'],
  ['Complete', 'Space'],
  ['Edit the title', 'E'],
  ['Due today', 'T'],
  ['Delete', 'Del'],
  ['Undo, redo', 'Ctrl Z', 'Ctrl Shift Z'],
  ['Go to Today', 'G T'],
  ['Go to the Inbox', 'G I'],
  ['Go to the board', 'G B'],
  ['Go to the sync centre', 'G S'],
  ['Close, keeping the draft', 'Esc'],
];

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keys" actions={<Button onClick={onClose}>Close</Button>}>
      <Facts>
        {keys.map(([what, ...each]) => (
          <Fact key={what} name={what}>
            {each.map((key) => (
              <span key={key}>
                <Kbd>{key}</Kbd>{' '}
              </span>
            ))}
          </Fact>
        ))}
      </Facts>
    </Dialog>
  );
}
