/**
 * A device that works and pushes: makes a task, then edits it three times, over and over. It follows its cursor and
 * remembers what it saw, as the real client does; everything that waits goes out with the next push.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Json } from '@holdfast/shared/entities/fields';
import { newId } from '@holdfast/shared/sync/ids';
import { PROTOCOL, type SyncResponse } from '@holdfast/shared/sync/protocol';
import { ask } from './http';
import type { Person } from './people';

const entropy = {
  now: () => Date.now(),
  randomBytes: (length: number) => new Uint8Array(randomBytes(length)),
};

/** What becomes of a task after it was made. */
const EDITS: readonly { readonly field: string; readonly from: Json; readonly to: Json }[] = [
  { field: 'title', from: 'Ask the chandler about rope', to: 'Ask the chandler about new rope' },
  { field: 'dueOn', from: null, to: '2026-12-01' },
  { field: 'status', from: 'todo', to: 'done' },
];

export class LoadDevice {
  readonly #origin: string;
  readonly #person: Person;
  readonly #workspaceId: string;
  readonly #id = randomUUID();
  #cursor: string | null = null;
  #head = 0;
  #seq = 0;
  #made = 0;
  #task = '';
  /** The confirmed version of the current task. */
  #base = 0;

  constructor(origin: string, person: Person, workspaceId: string) {
    this.#origin = origin;
    this.#person = person;
    this.#workspaceId = workspaceId;
  }

  /** Catches up with the workspace's head. */
  async pull(): Promise<void> {
    let more = true;
    while (more) {
      const query = new URLSearchParams({ workspaceId: this.#workspaceId, deviceId: this.#id });
      if (this.#cursor !== null) query.set('cursor', this.#cursor);
      const page = await this.#page(`/sync/pull?${query}`);
      more = page.more;
    }
  }

  /** Makes `count` mutations and pushes them in one request. */
  async push(count = 1): Promise<void> {
    const page = await this.#page('/sync/push', this.request(count));
    const refused = page.results.find((result) => result.outcome !== 'applied');
    if (refused) throw new Error(`a push was not taken: ${JSON.stringify(refused)}`);
    this.#base = page.results.at(-1)?.version ?? this.#base;
  }

  /** The workspace's version as of the last answer. */
  head(): number {
    return this.#head;
  }

  /** A push of as many new mutations. */
  request(count = 1) {
    return {
      protocol: PROTOCOL,
      workspaceId: this.#workspaceId,
      deviceId: this.#id,
      deviceName: 'Load',
      cursor: this.#cursor,
      sentAt: Date.now(),
      mutations: Array.from({ length: count }, () => this.#mutation()),
    };
  }

  async #page(path: string, body?: object): Promise<SyncResponse> {
    const cookie = this.#person.cookie;
    const answer = await ask(this.#origin, path, body ? { body, cookie } : { cookie });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    const page = answer.body as unknown as SyncResponse;
    this.#cursor = page.cursor;
    this.#head = page.version;
    return page;
  }

  #mutation() {
    const step = this.#made++ % (EDITS.length + 1);
    const edit = EDITS[step - 1];
    if (!edit) {
      this.#task = newId(entropy);
      this.#base = 0;
    }
    return {
      id: newId(entropy),
      seq: ++this.#seq,
      schema: 1,
      at: Date.now(),
      seen: this.#cursor,
      name: edit ? 'task.edit' : 'task.add',
      group: null,
      ops: [
        {
          op: edit ? 'patch' : 'create',
          entity: 'task',
          id: this.#task,
          base: this.#base,
          after: null,
          guard: false,
          changes: edit
            ? { [edit.field]: { from: edit.from, to: edit.to } }
            : {
                title: { from: null, to: 'Ask the chandler about rope' },
                position: { from: null, to: `a${this.#seq.toString(36).padStart(6, '0')}` },
              },
        },
      ],
    };
  }
}
