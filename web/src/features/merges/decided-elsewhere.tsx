/** Says calmly, once, that a question was decided on another device at the same time. Shows nothing itself. */
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Reader } from '../../db/reader';
import { useActionContext } from '../../db/use-action-context';
import { useLiveKept } from '../../db/use-live';
import { Say } from '../../ui/say';
import { useToasts } from '../../ui/toast';
import type { Said } from '../../words/said';
import { useWords } from '../../words/use-words';
import { decidedWords } from './decided-words';
import { nameOfRow, readRow } from './row-names';
import { mergesWords } from './words';

export function DecidedElsewhere() {
  const t = useWords(mergesWords);
  const { workspaceId, now } = useActionContext();
  const { show } = useToasts();
  const [, go] = useLocation();
  const [since] = useState(now);
  const said = useRef(new Set<string>());
  const live = useLiveKept((read) => decidedSince(read, workspaceId, since), [workspaceId, since], 'beside');

  useEffect(() => {
    if (live.state !== 'ready') return;
    for (const { id, said: words, kept } of live.value) {
      if (said.current.has(id)) continue;
      said.current.add(id);
      show({
        text: <Say said={words} />,
        ...(kept ? { action: { label: t.show, onPress: () => go('/sync') } } : {}),
      });
    }
  }, [live, show, go, t]);
  return null;
}

interface Decided {
  readonly id: string;
  readonly said: Said;
  readonly kept: boolean;
}

async function decidedSince(read: Reader, workspaceId: string, since: number): Promise<Decided[]> {
  const acked = await read.acked(workspaceId, since);
  const each = await Promise.all(
    acked.map(async ({ mutation, left = [] }): Promise<Decided | null> => {
      const words = decidedWords(mutation, left);
      const asked = mutation.ops.find((op) => op.entity === 'conflict');
      const question = words && asked && (await read.row('conflict', workspaceId, asked.id));
      if (!words || !question) return null;
      const row = await readRow(read, workspaceId, question.entity, question.rowId);
      return {
        id: mutation.id,
        said: { words, blanks: { subject: nameOfRow(row) ?? mergesWords.get().aQuestion } },
        kept: left.some((field) => field !== 'state'),
      };
    }),
  );
  return each.filter((one) => one !== null);
}
