/** Every command that has keys, by where it counts, and what fingers can do; what the device is used with comes first. */
import { usePreference } from '../../features/settings/use-preference';
import { Button } from '../../ui/button';
import { Fact, Facts } from '../../ui/facts';
import { Keys } from '../../ui/keys';
import { touchQuery, useMediaQuery } from '../../ui/media';
import { Dialog } from '../../ui/overlays';
import { useWords } from '../../words/use-words';
import type { CommandGroup } from './command';
import { COMMANDS } from './commands';
import { commandWords, groupWords, sheetWords } from './words';

const GROUPS: readonly CommandGroup[] = ['anywhere', 'move', 'tasks', 'go'];

export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useWords(sheetWords);
  const names = useWords(commandWords);
  const groups = useWords(groupWords);
  const [letters] = usePreference('letterKeys');
  const byTouch = useMediaQuery(touchQuery);
  return (
    <Dialog open onClose={onClose} title={t.title} actions={<Button onClick={onClose}>{t.close}</Button>}>
      {!letters && !byTouch && <p>{t.lettersOff({ settings: t.settings })}</p>}
      {/* Longer than the screen: with the focus in it, the arrow keys scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as a form's part */}
      <div role="group" aria-label={t.title} tabIndex={0}>
        {byTouch && <Gestures />}
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
        {!byTouch && <Gestures />}
      </div>
    </Dialog>
  );
}

function Gestures() {
  const t = useWords(sheetWords);
  const gestures = [
    [t.swipeRight, t.complete],
    [t.swipeLeft, t.scheduleOrMore],
    [t.hold, t.select],
    [t.holdCard, t.liftCard],
    [t.pull, t.check],
    [t.dragSheet, t.closeSheet],
  ] as const;
  return (
    <section className="key-group">
      <h3 className="key-head">{t.touch}</h3>
      <Facts>
        {gestures.map(([gesture, does]) => (
          <Fact key={gesture} name={gesture}>
            {does}
          </Fact>
        ))}
      </Facts>
    </section>
  );
}
