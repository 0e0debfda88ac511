/** In a dedicated worker: the page that started it. */
export interface PagePort<In, Out> {
  hear(heard: (message: In) => void): void;
  send(message: Out): void;
}

export const pagePort = <In, Out>(): PagePort<In, Out> => ({
  hear: (heard) => addEventListener('message', (event) => heard((event as MessageEvent<In>).data)),
  send: (message) => postMessage(message),
});
