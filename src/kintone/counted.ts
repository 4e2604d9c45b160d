import type { Connection } from "./connection";

/** Counts every request that goes out, repeated ones too: kintone counts them per app and day. */
export function counted(connection: Connection): { connection: Connection; requests: () => number } {
  let requests = 0;
  return {
    requests: () => requests,
    connection: {
      json(request) {
        requests += 1;
        return connection.json(request);
      },
      stream(request) {
        requests += 1;
        return connection.stream(request);
      },
      upload(file) {
        requests += 1;
        return connection.upload(file);
      },
    },
  };
}
