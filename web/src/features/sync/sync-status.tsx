/** Where the changes are, on every screen: the pill on a desk, the button on a phone, and a voice for readers. */
import { LiveRegion } from '../../ui/live-region';
import { SyncButton, SyncPill } from '../../ui/sync-says';
import type { Statement } from './statement';
import { SHAPE, useSync } from './sync-context';

const CENTRE = '/sync';

export function SyncStatusPill({ current = false }: { current?: boolean }) {
  const { statement } = useSync();
  return <SyncPill href={CENTRE} current={current} {...saysOf(statement)} />;
}

export function SyncStatusButton() {
  const { statement } = useSync();
  return <SyncButton href={CENTRE} count={statement.count ?? undefined} {...saysOf(statement)} />;
}

/** Put once beside the screens: says the statement politely, at most once in ten seconds. */
export function SyncVoice() {
  const { statement } = useSync();
  return <LiveRegion text={statement.second ? `${statement.text}. ${statement.second}` : statement.text} />;
}

function saysOf(statement: Statement) {
  return {
    shape: SHAPE[statement.kind],
    first: statement.text,
    second: statement.second || undefined,
    fraction: statement.fraction ?? undefined,
  };
}
