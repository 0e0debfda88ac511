/**
 * What must hold in each device's database, judged at each of its commits: nothing waits for the end of a run to be
 * wrong.
 */
import type { LocalState } from '../../../web/src/db/memory-store';
import type { Saved } from '../../../web/src/db/write-result';
import type { Device, LocalCommit } from '../world/device';
import { compare } from './at-head';
import type { Evidence } from './evidence';
import { heldRowsStand } from './held-rows';
import { confirmedOf, positionOf } from './local-rows';
import { nothingDropped } from './outbox-law';
import { createOwnWrites } from './own-writes';
import { nothingTwiceInView, onceEachWord } from './shown-rows';

export interface DeviceLaws {
  committed(commit: LocalCommit): void;
  /** Its author saw this on the screen when the write returned. */
  saved(device: Device, saved: Saved, guarded: boolean): void;
  /** What it held is gone or another one's: nothing is expected any more. */
  forget(device: Device): void;
  /** A row was broken on purpose: it is not judged again before the end. */
  excuse(device: Device, key: string): void;
  /** What was broken on purpose has come right by itself (DG1). */
  isWhole(device: Device): boolean;
  /** What is excused of one holds for its copy. */
  copied(from: Device, to: Device): void;
  readonly comparisons: () => number;
}

export function createDeviceLaws(evidence: Evidence): DeviceLaws {
  const { laws, ledger } = evidence;
  const ownWrites = createOwnWrites(evidence);
  const excused = new Map<Device, Set<string>>();
  let comparisons = 0;

  function judge(commit: LocalCommit): void {
    const { device, before, after, touched } = commit;
    if (before.outbox !== after.outbox) nothingDropped(evidence, commit);
    for (const key of touched) {
      const workspaceId = key.slice(0, 36);
      if (!walks(before, after, workspaceId)) neverBack(commit, key);
      onceEachWord(evidence, device, after, key);
      ownWrites.judge(commit, key);
      nothingTwiceInView(evidence, device, after, key);
      heldRowsStand(evidence, device, after, key);
    }
    if (before.meta !== after.meta) for (const id of device.workspaces) positionHolds(commit, id);
  }

  function neverBack({ device, before, after }: LocalCommit, key: string): void {
    const [old, now] = [confirmedOf(before, key), confirmedOf(after, key)];
    if (old && now && now.version < old.version)
      laws.broken('versions-never-go-back', `${device.name}: ${key} from ${old.version} to ${now.version}`);
  }

  function positionHolds({ device, before, after }: LocalCommit, workspaceId: string): void {
    const [old, now] = [positionOf(before, workspaceId), positionOf(after, workspaceId)];
    if (!now || now === old) return;
    if (old && now.generation === old.generation && now.version < old.version && old.walk === null)
      laws.broken('cursor-never-goes-back', `${device.name}: ${old.version} to ${now.version}`);
    const own = ledger.books(workspaceId);
    // An old build keeps rows that it does not know elsewhere.
    if (device.registry === 'old') return;
    if (now.walk !== null || now.cursor !== `${own.head}.${own.mark}`) return;
    comparisons += 1;
    compare(laws, device, after, workspaceId, own.rows, excused.get(device));
  }

  return {
    committed(commit) {
      const id = (commit.after.meta.get('device') as { id?: string } | undefined)?.id;
      if (id) commit.device.ids.add(id);
      judge(commit);
    },
    saved: ownWrites.saved,
    forget: ownWrites.forget,
    excuse(device, key) {
      const keys = excused.get(device) ?? new Set();
      keys.add(key);
      excused.set(device, keys);
    },
    isWhole(device) {
      for (const key of excused.get(device) ?? []) {
        const [workspaceId = '', entity, id] = key.split('/');
        const row = ledger.books(workspaceId).rows.get(`${entity}/${id}`);
        const own = confirmedOf(device.state, key);
        if (row && own && own.version !== row.version) return false;
      }
      return true;
    },
    copied(from, to) {
      excused.set(to, new Set(excused.get(from)));
    },
    comparisons: () => comparisons,
  };
}

function walks(before: LocalState, after: LocalState, workspaceId: string): boolean {
  const [old, now] = [positionOf(before, workspaceId), positionOf(after, workspaceId)];
  return (old?.walk ?? null) !== null || (now?.walk ?? null) !== null || old?.generation !== now?.generation;
}
