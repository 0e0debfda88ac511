/** A device that pushes by hand: numbers, ids and clocks of its own, and nothing of the real client. */

import type { Json } from '@holdfast/shared/entities/fields';
import type { Change, Op } from '@holdfast/shared/sync/op';
import { buildOp, uuidOf } from '@holdfast/shared/testing/build';
import type { PushAnswer, PushDeps } from '../sync/push';
import { push } from '../sync/push';

export interface DeviceOptions {
  readonly account: string;
  readonly device: string;
  readonly workspace: string;
  /** The most rows that an answer may carry. */
  readonly limit?: number;
}

let mutations = 0x1000;

export class SyncDevice {
  seq = 0;
  cursor: string | null = null;
  clock = 10_000;
  readonly #deps: PushDeps;
  readonly #options: DeviceOptions;

  constructor(deps: PushDeps, options: DeviceOptions) {
    this.#deps = deps;
    this.#options = options;
  }

  /** A mutation as it stands on the wire; its seq is the next one. */
  mutation(ops: readonly Op[], more: { readonly [key: string]: unknown } = {}) {
    this.seq += 1;
    return {
      id: uuidOf(mutations++),
      seq: this.seq,
      schema: 1,
      at: this.clock,
      seen: this.cursor,
      name: 'test.op',
      group: null,
      ops,
      ...more,
    };
  }

  send(list: readonly unknown[], more: { readonly [key: string]: unknown } = {}): Promise<PushAnswer> {
    const { account, device, workspace, limit = 1000 } = this.#options;
    const request = {
      protocol: 1,
      workspaceId: workspace,
      deviceId: device,
      deviceName: 'Test',
      cursor: this.cursor,
      sentAt: this.clock,
      mutations: list,
      ...more,
    };
    return push(this.#deps, account, request, limit);
  }

  /** Sends one mutation of these ops and answers the page; fails where there is none. */
  async write(...ops: readonly Op[]) {
    return this.page([this.mutation(ops)]);
  }

  async page(list: readonly unknown[]) {
    const answer = await this.send(list);
    if (answer.kind !== 'page') throw new Error(`no page: ${answer.kind}`);
    this.cursor = answer.page.cursor;
    return answer.page;
  }
}

export const createTask = (id: string, values: { readonly [field: string]: Json } = {}): Op =>
  buildOp({
    op: 'create',
    entity: 'task',
    id,
    base: 0,
    changes: toChanges({ title: 'Pay rent', position: 'a0', ...values }),
  });

export const createRow = (entity: string, id: string, values: { readonly [field: string]: Json }): Op =>
  buildOp({ op: 'create', entity, id, base: 0, changes: toChanges(values) });

export const patchTask = (
  id: string,
  base: number,
  changes: { readonly [field: string]: Change },
  more: Partial<Op> = {},
): Op => buildOp({ entity: 'task', id, base, changes, ...more });

const toChanges = (values: { readonly [field: string]: Json }) =>
  Object.fromEntries(Object.entries(values).map(([field, to]) => [field, { from: null, to }]));
