import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { ScriptedKintone, SeenRequest } from "../../contracts/connection";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface ScriptedServer extends ScriptedKintone {
  baseUrl: string;
  /** The answers to come, in order; a request for which there is none gets a 500 that says so. */
  will(...answers: Answer[]): void;
  /** Requests that have been answered to their end, or whose client went away. */
  finished: number;
  /** The most requests that were under way at the same time. */
  mostAtOnce: number;
}

/** A server on a free port for the tests of one file: it answers what the test wrote down, and notes what it was asked. */
export function scriptedServer(): ScriptedServer {
  let script: Answer[] = [];
  let open = 0;

  const http = createServer(async (request, response) => {
    open += 1;
    server.mostAtOnce = Math.max(server.mostAtOnce, open);
    response.once("close", () => {
      open -= 1;
      server.finished += 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    server.requests.push({
      method: request.method ?? "",
      url: decodeURIComponent(request.url ?? ""),
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks).toString("utf8"),
    });
    (script.shift() ?? page(500, "not in the script"))(response, request);
  });

  const server: ScriptedServer = {
    baseUrl: "",
    requests: [],
    finished: 0,
    mostAtOnce: 0,
    will: (...answers) => {
      script.push(...answers);
    },
    willAnswer: (body) => script.push(json(200, body)),
    willRefuse: (status, body) => script.push(json(status, body)),
    willSend: (bytes) => script.push(bytesOf(bytes)),
  };

  beforeAll(async () => {
    http.listen(0, "127.0.0.1");
    await once(http, "listening");
    server.baseUrl = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    script = [];
    server.requests.splice(0);
    server.finished = 0;
    server.mostAtOnce = 0;
  });
  afterAll(async () => {
    http.closeAllConnections();
    http.close();
    await once(http, "close");
  });
  return server;
}

export function lastRequest(server: ScriptedServer): SeenRequest {
  const request = server.requests.at(-1);
  if (!request) throw new Error("nothing was asked");
  return request;
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { "Content-Type": "application/json;charset=utf-8", ...headers });
    response.end(JSON.stringify(body));
  };
}

export function page(status: number, text: string, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { "Content-Type": "text/html", ...headers });
    response.end(text);
  };
}

export function bytesOf(bytes: Uint8Array, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(200, { "Content-Type": "application/octet-stream", "Content-Length": bytes.length, ...headers });
    response.end(bytes);
  };
}

/** JSON as far as it goes. */
export function brokenJson(text: string): Answer {
  return (response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(text);
  };
}

/** The connection is closed without a word. */
export function dropped(): Answer {
  return (_response, request) => request.socket.destroy();
}

/** Some of the bytes that were announced, then the connection is closed. */
export function truncated(
  bytes: Uint8Array,
  announced: number,
  contentType = "application/octet-stream",
  status = 200,
): Answer {
  return (response, request) => {
    response.writeHead(status, { "Content-Type": contentType, "Content-Length": announced });
    response.write(bytes, () => setTimeout(() => request.socket.destroy(), 20));
  };
}

/** The bytes, and then nothing more, for ever. */
export function stalled(bytes: Uint8Array, contentType = "application/octet-stream"): Answer {
  return (response) => {
    response.writeHead(200, { "Content-Type": contentType, "Content-Length": bytes.length + 1 });
    response.write(bytes);
  };
}

/** The answer, behind so many pieces of white space, which no JSON minds. */
export function dripping(answer: Answer, pieces: number, milliseconds: number): Answer {
  return (response, request) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    let left = pieces;
    const next = () => {
      if (response.destroyed) return;
      if (left === 0) return answer(Object.assign(response, { writeHead: () => response }), request);
      left -= 1;
      response.write(" ");
      setTimeout(next, milliseconds);
    };
    next();
  };
}

export function silent(): Answer {
  return () => undefined;
}

export function after(milliseconds: number, answer: Answer): Answer {
  return (response, request) => {
    setTimeout(() => answer(response, request), milliseconds);
  };
}
