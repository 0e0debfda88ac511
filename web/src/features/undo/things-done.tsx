/** "Things you did": each with Undo, a minute or a day later; what was undone can be done again. */
import { useState } from 'react';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { clockTime } from '../../platform/clock';
import { Button } from '../../ui/button';
import { ChangeLine } from '../../ui/change-line';
import { Say } from '../../ui/say';
import { SectionHeader } from '../../ui/section-header';
import { Sentence } from '../../ui/sentence';
import { saidText } from '../../words/said';
import { useWords } from '../../words/use-words';
import { changeIcon } from '../sync/change-icon';
import { momentWords } from '../sync/when-words';
import { andMore } from '../sync/whole-words';
import { useDirectory } from '../tasks/directory';
import { type DoneLine, liveDone } from './done-query';
import { leftFieldsWords } from './turned-words';
import { useWriter } from './undo-provider';
import { undoWords } from './words';

/** How many are shown before the rest is asked for. */
const FIRST = 5;

export function ThingsDone({
  workspaces,
}: {
  workspaces: readonly { readonly id: string; readonly name: string }[];
}) {
  const t = useWords(undoWords);
  const { today } = useDirectory();
  const { now } = useActionContext();
  const ids = workspaces.map((one) => one.id);
  const live = useLiveKept(liveDone(ids, today, now()), [ids.join(), today]);
  const [all, setAll] = useState(false);
  if (live.state !== 'ready' || live.value.length === 0) return null;
  const lines = all ? live.value : live.value.slice(0, FIRST);
  const rest = live.value.length - lines.length;
  return (
    <section aria-label={t.thingsYouDid}>
      <SectionHeader
        title={t.thingsYouDid}
        count={live.value.length}
        action={
          rest > 0 && (
            <Button kind="text" size="head" onClick={() => setAll(true)}>
              {t.showAll}
            </Button>
          )
        }
      />
      <ul className="rows">
        {lines.map((line) => (
          <Done
            key={line.ids.join()}
            line={line}
            place={
              workspaces.length > 1 ? workspaces.find((one) => one.id === line.workspaceId)?.name : undefined
            }
          />
        ))}
      </ul>
    </section>
  );
}

function Done({ line, place }: { line: DoneLine; place: string | undefined }) {
  const t = useWords(undoWords);
  const { now } = useActionContext();
  const { undoDone, redoDone } = useWriter();
  const moment = (at: number) => momentWords(at, now(), clockTime);
  const undone = line.state === 'undone';
  const when = [moment(line.at), undone && t.undoneAt({ moment: moment(line.turnedAt) }), place].filter(
    Boolean,
  );
  const left = leftFieldsWords(line.left);
  const what = saidText(line.words.said);
  return (
    <ChangeLine
      icon={changeIcon(line.name, line.words)}
      meta={
        left === '' ? when.join(' · ') : <Sentence words={t.andThen} first={when.join(' · ')} then={left} />
      }
      end={
        <Button
          kind="text"
          size="head"
          aria-label={undone ? t.doAgainWhat({ what }) : t.undoWhat({ what })}
          onClick={() => (undone ? redoDone(line.ids) : undoDone(line.ids))}
        >
          {undone ? t.doAgain : t.undo}
        </Button>
      }
    >
      <span className={undone ? 'text-ink-3' : undefined}>
        <Say said={andMore(line.said, line.words.more)} />
      </span>
    </ChangeLine>
  );
}
