/** Messages between the tabs and the worker of this browser. A tab does not hear itself; what it hears it has to judge. */
export interface TabChannel<T> {
  post(message: T): void;
  close(): void;
}

export function openTabChannel<T>(name: string, heard: (message: unknown) => void): TabChannel<T> {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event) => heard(event.data);
  return { post: (message) => channel.postMessage(message), close: () => channel.close() };
}
