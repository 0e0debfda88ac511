import { Dexie, liveQuery, type Table } from 'dexie';

interface BareTask {
  id: string;
  title: string;
  dueOn: string | null;
  done?: number;
}

const db = new Dexie('baseline', { chromeTransactionDurability: 'strict' }) as Dexie & {
  tasks: Table<BareTask, string>;
};
db.version(1).stores({ tasks: 'id, dueOn' });

/** What the bench calls; times in milliseconds. */
const bare = {
  /** Fetch of one array and one bulkPut. */
  async firstLoad(): Promise<number> {
    const start = performance.now();
    const tasks = (await (await fetch('/tasks')).json()) as BareTask[];
    await db.tasks.bulkPut(tasks);
    return performance.now() - start;
  },
  /** From call to durable and delivered by a live query. */
  async write(title: string): Promise<number> {
    const start = performance.now();
    const id = crypto.randomUUID();
    const seen = new Promise<void>((done) => {
      const subscription = liveQuery(() => db.tasks.get(id)).subscribe((task) => {
        if (!task) return;
        subscription.unsubscribe();
        done();
      });
    });
    await db.tasks.put({ id, title, dueOn: null });
    await seen;
    return performance.now() - start;
  },
  /** Tells the server; answers the wall-clock time of the call. */
  async send(id: string): Promise<number> {
    const at = performance.timeOrigin + performance.now();
    const task: BareTask = { id, title: `sent ${id}`, dueOn: null };
    void db.tasks.put(task);
    await fetch('/task', { method: 'POST', body: JSON.stringify(task) });
    return at;
  },
  /** Wall-clock time at which a task sent by somebody else was painted. */
  painted(id: string): Promise<number> {
    return new Promise((done) => {
      const subscription = liveQuery(() => db.tasks.get(id)).subscribe((task) => {
        if (!task) return;
        subscription.unsubscribe();
        const item = document.createElement('li');
        item.textContent = task.title;
        document.querySelector('#list')?.append(item);
        requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
      });
    });
  },
  listen(): Promise<void> {
    const stream = new EventSource('/events');
    stream.onmessage = (event) => void db.tasks.put(JSON.parse(event.data) as BareTask);
    return new Promise((done) => {
      stream.onopen = () => done();
    });
  },
};
export type Bare = typeof bare;
Object.assign(window, { bare });
