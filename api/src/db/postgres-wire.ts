import type { OpenWire } from './bus';
import type { Sql } from './pool';

const CHANNEL = 'holdfast';

/** Between processes on one database: LISTEN/NOTIFY, outside of every transaction. */
export const postgresWire =
  (sql: Sql): OpenWire =>
  async (heard) => {
    const { unlisten } = await sql.listen(CHANNEL, heard);
    return {
      send: async (text) => {
        await sql.notify(CHANNEL, text);
      },
      close: () => unlisten(),
    };
  };
