/** Messages of the wire in one short line each, for people who read a trace. */
interface Said {
  readonly mutations?: readonly Mutation[];
  readonly results?: readonly {
    seq: number;
    outcome: string;
    code?: string;
    version: number | null;
    duplicate: boolean;
  }[];
  readonly changes?: readonly { entity: string; row: { id: string; version: number; title?: string } }[];
  readonly cursor?: string | null;
  readonly more?: boolean;
  readonly reset?: boolean;
  readonly code?: string;
}
interface Mutation {
  readonly id: string;
  readonly seq: number;
  readonly name: string;
  readonly skip?: boolean;
  readonly ops: readonly {
    op: string;
    id: string;
    base: number;
    after: string | null;
    changes: { [field: string]: { from: unknown; to: unknown } };
  }[];
}

const short = (id: string | null): string => (id === null ? '-' : id.slice(-4));

export function inWords(json: string | null): string {
  if (json === null) return '';
  const said = JSON.parse(json) as Said;
  const parts = [
    said.code,
    said.cursor === undefined ? undefined : `@${said.cursor}`,
    said.reset ? 'RESET' : undefined,
    said.more ? 'more' : undefined,
    ...(said.mutations ?? []).map(mutationInWords),
    ...(said.results ?? []).map(
      (one) =>
        `#${one.seq} ${one.outcome}${one.code ? `:${one.code}` : ''}${one.duplicate ? ' again' : ''} v${one.version}`,
    ),
    ...(said.changes ?? []).map(
      ({ entity, row }) => `${entity} ${short(row.id)} v${row.version} ${row.title ?? ''}`,
    ),
  ];
  return parts
    .filter((part) => part !== undefined)
    .join(' · ')
    .slice(0, 3_000);
}

function mutationInWords({ id, seq, name, skip, ops }: Mutation): string {
  const all = ops.map(
    (op) =>
      `${op.op} ${short(op.id)} base ${op.base} after ${short(op.after)} ${Object.entries(op.changes)
        .map(([field, { from, to }]) => `${field} ${JSON.stringify(from)}→${JSON.stringify(to)}`)
        .join(', ')}`,
  );
  return `#${seq} ${short(id)} ${name}${skip ? ' SKIP' : ''} [${all.join(' | ')}]`;
}
