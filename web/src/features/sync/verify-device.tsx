/** "Verify this device": compares it with the server now, mends what differs, and says so. */
import { useEffect, useState } from 'react';
import type { Query } from '../../db/live';
import { META, type Position, type Verified } from '../../db/meta';
import { useActionContext } from '../../db/use-action-context';
import { useLive } from '../../db/use-live';
import { clockTime } from '../../platform/clock';
import { createAlarm } from '../../platform/timers';
import { Button } from '../../ui/button';
import { CheckIcon } from '../../ui/icons';
import { listed } from '../../words/list';
import { useWords } from '../../words/use-words';
import { kindOf } from '../fields/field-words';
import { centreWords } from './centre-words';
import { useSync } from './sync-context';
import {
  AGAIN_MS,
  begin,
  isUnderWay,
  type Noted,
  PATIENCE_MS,
  progress,
  type Run,
  type Standing,
} from './verify';

export function VerifyDevice({ workspaceIds }: { workspaceIds: readonly string[] }) {
  const t = useWords(centreWords);
  const { now } = useActionContext();
  const { offline, compare } = useSync();
  const live = useLive(liveNoted(workspaceIds), [workspaceIds.join()]);
  const [run, setRun] = useState<Run | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  useEffect(() => {
    if (!run || live.state !== 'ready') return;
    const next = progress(run, live.value, now());
    if (!isUnderWay(next.standing)) {
      setRun(null);
      setSaid(verdictWords(next.standing, next.entities, clockTime(now())));
      return;
    }
    if (next.ask.length === 0) return;
    const alarm = createAlarm(() => {
      setRun(progress(run, live.value, now()).run);
      for (const id of next.ask) compare(id);
    });
    alarm.set(AGAIN_MS);
    return () => alarm.set(null);
  }, [run, live, now, compare]);

  const standing = run && live.state === 'ready' ? progress(run, live.value, now()).standing : null;
  // Without an answer it does not stand there for ever; reading anew takes as long as it takes.
  useEffect(() => {
    if (!run || (standing === 'reading' && !offline)) return;
    const alarm = createAlarm(() => {
      setRun(null);
      setSaid(centreWords.get().verifyOffline);
    });
    alarm.set(offline ? 0 : PATIENCE_MS);
    return () => alarm.set(null);
  }, [run, offline, standing]);

  return (
    <>
      <Button
        wide
        icon={<CheckIcon />}
        className="mt-4"
        sending={run !== null && (standing === 'reading' ? t.readingAgain : t.comparing)}
        onClick={() => {
          setSaid(null);
          setRun(begin(workspaceIds, now()));
          for (const id of workspaceIds) compare(id);
        }}
      >
        {t.verifyThisDevice}
      </Button>
      <p className="help mt-2" role="status">
        {said ?? (standing === 'reading' ? t.differed : t.whatVerifyDoes)}
      </p>
    </>
  );
}

export function verdictWords(standing: Standing, entities: readonly string[], time: string): string {
  if (standing === 'same') return centreWords.get().same({ time });
  if (standing === 'healed') return centreWords.get().healed({ time, kinds: kindsWords(entities) });
  if (standing === 'busy') return centreWords.get().noQuietMoment;
  if (standing === 'unable') return centreWords.get().needsHttps;
  return centreWords.get().stillDiffers({ time, kinds: kindsWords(entities) });
}

/** "some tasks and labels" */
function kindsWords(entities: readonly string[]): string {
  const t = centreWords.get();
  const kinds = entities.map((name) => kindOf(name, SOME));
  return kinds.length === 0 ? t.someThings : t.someKinds({ kinds: listed(kinds) });
}

/** More than any language has a form of its own for. */
const SOME = 100;

const liveNoted =
  (workspaceIds: readonly string[]): Query<readonly Noted[]> =>
  (read) =>
    Promise.all(
      workspaceIds.map(async (id) => {
        const [verified, position] = await Promise.all([
          read.meta(META.verified(id)),
          read.meta(META.position(id)),
        ]);
        return {
          id,
          verified: (verified as Verified | undefined) ?? null,
          reading: isReading(position as Position | undefined),
        };
      }),
    );

/** A walk is under way, or about to begin: what is read anew starts from no cursor. */
const isReading = (position: Position | undefined): boolean =>
  position !== undefined && (position.walk !== null || position.cursor === null);
