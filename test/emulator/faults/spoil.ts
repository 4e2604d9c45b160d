import type { Context } from "hono";
import type { IncomingMessage } from "node:http";
import type { Http2ServerRequest } from "node:http2";
import type { Sessions } from "../access/sessions";
import type { Domain } from "../domain/domain";
import { databaseLocked, noPermission, notLoggedIn, tooManyRequests } from "../errors/requests";
import type { KintoneError } from "../errors/kintone-error";
import { happen } from "./events";
import type { Effect, FaultCode } from "./faults";

const errors: Record<FaultCode, () => KintoneError> = {
  GAIA_TO04: tooManyRequests,
  GAIA_DA02: databaseLocked,
  CB_AU01: notLoggedIn,
  CB_NO02: noPermission,
};

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** What happens before a request is worked on; a response ends it here. @throws the error that a fault asks for */
export async function spoilRequest(
  effects: Effect[],
  context: Context,
  domain: Domain,
  sessions: Sessions,
): Promise<Response | undefined> {
  for (const effect of effects) {
    switch (effect.kind) {
      case "latency":
        await pause(effect.milliseconds);
        break;
      case "event":
        happen(effect.event, domain, sessions);
        break;
      case "error":
        throw errors[effect.code]();
      case "unavailable":
        return unavailable(effect);
      case "answer":
        if (!effect.after) return answerInstead(effect, context.req.raw);
        break;
      case "drop":
        if (!effect.after) return drop(context);
    }
  }
  return undefined;
}

/** What happens to the answer. */
export async function spoilResponse(effects: Effect[], response: Response, context: Context): Promise<Response> {
  let spoiled = response;
  for (const effect of effects) {
    switch (effect.kind) {
      case "drop":
        if (effect.after) return drop(context);
        break;
      case "answer":
        if (effect.after) return answerInstead(effect);
        break;
      case "corrupt":
        spoiled = await withBody(spoiled, (body) => whole(corrupted(body)));
        break;
      case "truncate": {
        const { bytes, quiet } = effect;
        spoiled = await withBody(spoiled, (body) =>
          quiet ? whole(body.slice(0, bytes)) : broken(body.slice(0, bytes), context),
        );
        if (quiet) spoiled.headers.delete("content-length");
        break;
      }
      case "silent":
        spoiled = await withBody(spoiled, (body) =>
          body.length > effect.bytes ? stalling(body, effect.bytes) : whole(body),
        );
        break;
      case "too-much": {
        const body = await spoiled.arrayBuffer();
        if (body.byteLength > effect.bytes) return unavailable({ kind: "unavailable", body: "html", status: 504 });
        spoiled = new Response(body, spoiled);
        break;
      }
      case "bandwidth":
        spoiled = await withBody(spoiled, (body) => dripping(body, Math.ceil(effect.bytesPerSecond / 20), 50));
        break;
      case "drip":
        spoiled = await withBody(spoiled, (body) => dripping(body, effect.bytes, effect.milliseconds));
    }
  }
  return spoiled;
}

function unavailable({ body, status = 503, retryAfter }: Extract<Effect, { kind: "unavailable" }>): Response {
  const headers = new Headers({ "content-type": body === "html" ? "text/html;charset=utf-8" : "text/plain" });
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  const text = status === 504 ? "Gateway Time-out" : "Service Unavailable";
  return new Response(body === "html" ? `<!DOCTYPE html><html><body><h1>${text}</h1></body></html>` : text, {
    status,
    headers,
  });
}

async function answerInstead(effect: Extract<Effect, { kind: "answer" }>, request?: Request): Promise<Response> {
  const { status, contentType = "application/json;charset=utf-8", headers = {}, body } = effect;
  const text =
    request && body.includes("{sent}") ? body.replaceAll("{sent}", escapedFor(contentType, await sent(request))) : body;
  return new Response(status === 304 ? null : text, { status, headers: { "content-type": contentType, ...headers } });
}

async function sent(request: Request): Promise<string> {
  const lines = [...request.headers].map(([name, value]) => `${name}: ${value}`);
  return [`${request.method} ${request.url}`, ...lines, "", await request.text()].join("\n");
}

function escapedFor(contentType: string, text: string): () => string {
  if (contentType.includes("json")) return () => JSON.stringify(text).slice(1, -1);
  return () => (contentType.includes("html") ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;") : text);
}

/** Breaks the connection, or with HTTP/2 the stream. */
function drop(context: Context): Response {
  const { incoming } = context.env as { incoming: IncomingMessage | Http2ServerRequest };
  if ("stream" in incoming && incoming.httpVersionMajor === 2) incoming.stream.close(2);
  else incoming.socket.destroy();
  return new Response(null, { status: 503 });
}

type Body = Uint8Array<ArrayBuffer>;

async function withBody(response: Response, change: (body: Body) => ReadableStream<Uint8Array>): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer());
  return new Response(change(body), { status: response.status, headers: response.headers });
}

const whole = (body: Body): ReadableStream<Uint8Array> => new Blob([body]).stream();

function broken(body: Body, context: Context): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    async pull(controller) {
      if (!isSent) {
        isSent = true;
        controller.enqueue(body);
        return;
      }
      // What was sent must leave the machine before the connection breaks.
      await pause(50);
      drop(context);
      controller.close();
    },
  });
}

/** Until the client goes away. */
function stalling(body: Body, bytes: number): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      // Without a byte, the headers would wait for one, too.
      if (bytes > 0) controller.enqueue(body.slice(0, bytes));
    },
  });
}

function dripping(body: Body, bytes: number, milliseconds: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (at >= body.length) return controller.close();
      if (at > 0) await pause(milliseconds);
      controller.enqueue(body.slice(at, at + bytes));
      at += bytes;
    },
  });
}

function corrupted(body: Body): Body {
  const changed = body.slice();
  const middle = Math.floor(changed.length / 2);
  for (let at = middle; at < Math.min(middle + 8, changed.length); at++) changed[at] = (changed[at] ?? 0) ^ 0x55;
  return changed;
}
