/** A signed-in browser that speaks `/sync` by hand: real routes, real Postgres, nothing of the real client. */
import type { Op } from '@holdfast/shared/sync/op';
import type { Digest, SyncResponse } from '@holdfast/shared/sync/protocol';
import { uuidOf } from '@holdfast/shared/testing/build';
import type { Answer, Browser } from './test-app';

let ids = 0x5000;
export const anId = (): string => uuidOf(ids++);

export class SyncClient {
  seq = 0;
  cursor: string | null = null;
  /** Of the last answer: the workspace's head. */
  version = 0;
  /** The device's clock. */
  at = 1_790_000_000_000;
  deviceId: string;
  readonly browser: Browser;
  readonly workspaceId: string;

  constructor(browser: Browser, workspaceId: string, deviceId = anId()) {
    this.browser = browser;
    this.workspaceId = workspaceId;
    this.deviceId = deviceId;
  }

  mutation(ops: readonly Op[], more: { readonly [key: string]: unknown } = {}) {
    this.seq += 1;
    return {
      id: anId(),
      seq: this.seq,
      schema: 1,
      at: this.at,
      seen: this.cursor,
      name: 'test.op',
      group: null,
      ops,
      ...more,
    };
  }

  envelope(mutations: readonly unknown[], more: { readonly [key: string]: unknown } = {}) {
    const { workspaceId, deviceId, cursor, at } = this;
    return { protocol: 1, workspaceId, deviceId, deviceName: 'Test', cursor, sentAt: at, mutations, ...more };
  }

  push(mutations: readonly unknown[], more: { readonly [key: string]: unknown } = {}): Promise<Answer> {
    return this.browser.ask('/sync/push', { body: this.envelope(mutations, more) });
  }

  /** Pushes one mutation of these ops and takes the answer; fails where there is none. */
  async write(...ops: readonly Op[]): Promise<SyncResponse> {
    const answer = await this.push([this.mutation(ops)]);
    if (answer.status !== 200) throw new Error(`push: ${answer.status} ${JSON.stringify(answer.body)}`);
    const page = answer.body as unknown as SyncResponse;
    this.cursor = page.cursor;
    this.version = page.version;
    return page;
  }

  pull(query: { readonly [key: string]: string | number } = {}): Promise<Answer> {
    const { workspaceId, deviceId } = this;
    const asked = {
      workspaceId,
      deviceId,
      ...(this.cursor === null ? {} : { cursor: this.cursor }),
      ...query,
    };
    const search = new URLSearchParams(
      Object.entries(asked).map(([key, value]) => [key, String(value)] as [string, string]),
    );
    return this.browser.ask(`/sync/pull?${search}`);
  }

  /** Pulls one page and moves the cursor. */
  async page(query: { readonly [key: string]: string | number } = {}): Promise<SyncResponse> {
    const answer = await this.pull(query);
    if (answer.status !== 200) throw new Error(`pull: ${answer.status} ${JSON.stringify(answer.body)}`);
    const page = answer.body as unknown as SyncResponse;
    this.cursor = page.cursor;
    this.version = page.version;
    return page;
  }

  async digest(): Promise<Digest> {
    return (await this.browser.ask(`/sync/digest?workspaceId=${this.workspaceId}`)).body as unknown as Digest;
  }
}
