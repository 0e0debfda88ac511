/**
 * Stands between the server and Postgres. Once shut, the next commit still reaches Postgres and takes effect there, but
 * the server never hears of it: the moment between commit and answer, held open for as long as a test needs.
 */
import net from 'node:net';

export interface CommitGate {
  /** The connection string to give to the server. */
  readonly url: string;
  readonly shut: () => void;
  readonly close: () => Promise<void>;
}

export async function startCommitGate(databaseUrl: string): Promise<CommitGate> {
  const target = new URL(databaseUrl);
  const sockets = new Set<net.Socket>();
  let isShut = false;
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port), target.hostname);
    let deaf = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // Whoever dies takes the other along; a reset is what kill -9 looks like from here.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => {
      // The protocol's word for a commit that is done.
      if (isShut && bytes.includes('COMMIT\0')) deaf = true;
      if (!deaf) client.write(bytes);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as net.AddressInfo).port);
  return {
    url: url.href,
    shut: () => {
      isShut = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
