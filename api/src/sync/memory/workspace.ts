/** What one workspace holds in memory. It never changes in place but in a transaction's own copy. */
import type { Row } from '@holdfast/shared/entities/define-entity';
import type { Device, HeldMutation, HistoryEntry, StoredMutation } from '../server-store';

export interface Workspace {
  head: number;
  floor: number;
  readonly marks: Map<number, string>;
  /** accountId → role; null: removed. */
  readonly members: Map<string, string | null>;
  readonly rows: Map<string, Map<string, Row>>;
  readonly devices: Map<string, Device>;
  readonly mutations: Map<string, StoredMutation>;
  readonly history: HistoryEntry[];
  readonly held: Map<string, HeldMutation>;
}

export const emptyWorkspace = (): Workspace => ({
  head: 0,
  floor: 0,
  marks: new Map(),
  members: new Map(),
  rows: new Map(),
  devices: new Map(),
  mutations: new Map(),
  history: [],
  held: new Map(),
});

/** What a transaction may change is copied; rows and entries never change, they are replaced. */
export const copyOf = (ws: Workspace): Workspace => ({
  ...ws,
  marks: new Map(ws.marks),
  members: new Map(ws.members),
  rows: new Map([...ws.rows].map(([entity, table]) => [entity, new Map(table)])),
  devices: new Map(ws.devices),
  mutations: new Map(ws.mutations),
  history: [...ws.history],
  held: new Map(ws.held),
});

export const allOf = (ws: Workspace, entity: string): readonly Row[] => [
  ...(ws.rows.get(entity)?.values() ?? []),
];
