/** Every command that has keys, by where it counts. */
import { usePreference } from '../../features/settings/use-preference';
import { Button } from '../../ui/button';
import { Fact, Facts } from '../../ui/facts';
import { Keys } from '../../ui/keys';
import { Dialog } from '../../ui/overlays';
import { words } from '../../words/language';
import { blanks } from '../../words/message';
import { useWords } from '../../words/use-words';
import type { CommandGroup } from './command';
import { COMMANDS } from './commands';
import { commandWords, groupWords } from './words';

const sheetWords = words('key-sheet', {
  title: 'Keys',
  close: 'Close',
  /** Between two combinations that do the same. */
  or: 'or',
  lettersOff: blanks('Single letters are off. {settings} turns them on.'),
  settings: 'Settings',
});

const GROUPS: readonly CommandGroup[] = ['anywhere', 'move', 'tasks', 'go'];

export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useWords(sheetWords);
  const names = useWords(commandWords);
  const groups = useWords(groupWords);
  const [letters] = usePreference('letterKeys');
  return (
    <Dialog open onClose={onClose} title={t.title} actions={<Button onClick={onClose}>{t.close}</Button>}>
      {!letters && <p>{t.lettersOff({ settings: t.settings })}</p>}
      {/* Longer than the screen: with the focus in it, the arrow keys scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as a form's part */}
      <div role="group" aria-label={t.title} tabIndex={0}>
        {GROUPS.map((group) => (
          <section key={group} className="key-group">
            <h3 className="key-head">{groups[group]}</h3>
            <Facts>
              {COMMANDS.filter((command) => command.group === group && command.keys.length > 0).map(
                ({ id, keys }) => (
                  <Fact key={id} name={names[id]}>
                    {keys.map((each, i) => (
                      <span key={each}>
                        {i > 0 && ` ${t.or} `}
                        <Keys keys={each} />
                      </span>
                    ))}
                  </Fact>
                ),
              )}
            </Facts>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
