import { createAdaptorServer } from "@hono/node-server";
import type { ServerType } from "@hono/node-server";
import { createSecureServer } from "node:http2";
import type { AddressInfo, Socket } from "node:net";
import type { Certificate } from "./certificate";

type Fetch = (request: Request, env: never) => Response | Promise<Response>;

export interface Listener {
  port: number;
  close(): Promise<void>;
}

/** Plain HTTP/1.1 on localhost. */
export const listen = (fetch: Fetch, port: number): Promise<Listener> =>
  start(createAdaptorServer({ fetch: fetch as never }), port);

/** HTTP/2 over TLS on localhost, HTTP/1.1 for clients that do not speak it. */
export function listenSecurely(fetch: Fetch, port: number, { key, cert }: Certificate): Promise<Listener> {
  // Node ends streams of a connection on which more than 10 MB wait to be read: 20 pages of records are more.
  const serverOptions = { key, cert, allowHTTP1: true, maxSessionMemory: 1000 };
  return start(createAdaptorServer({ fetch: fetch as never, createServer: createSecureServer, serverOptions }), port);
}

async function start(server: ServerType, port: number): Promise<Listener> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        for (const socket of sockets) socket.destroy();
      }),
  };
}
