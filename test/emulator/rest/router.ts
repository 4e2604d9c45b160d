import { Hono } from "hono";
import type { Context } from "hono";
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { authenticate } from "../access/authenticate";
import type { Caller } from "../access/caller";
import { languageOf } from "../access/caller";
import type { Sessions } from "../access/sessions";
import type { Domain } from "../domain/domain";
import { KintoneError } from "../errors/kintone-error";
import { illegalRequest, invalidJson, tooManyRequests } from "../errors/requests";
import { spoilRequest, spoilResponse } from "../faults/spoil";
import type { Concurrency } from "../limits/concurrency";
import { BulkError } from "./bulk-error";
import { addressOf, Call } from "./endpoint";
import type { Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";
import { JsonAnswer } from "./json-answer";
import { fromQueryString, Parameters } from "./parameters";
import type { Witness } from "./witness";

const maxUrlLength = 8 * 1024;
const tokenName = "__REQUEST_TOKEN__";

interface Body {
  parameters: Record<string, unknown>;
  upload?: File;
}

/** Serves `/k/v1/…` and `/k/guest/<id>/v1/…`. */
export function createRouter(
  domain: Domain,
  sessions: Sessions,
  concurrency: Concurrency,
  witness: Witness | undefined,
): Hono {
  const byAddress = new Map(endpoints.map((endpoint) => [addressOf(endpoint), endpoint]));
  const router = new Hono();
  const serve = async (context: Context, guestSpaceId: number | undefined, path: string): Promise<Response> => {
    const { request, answerHeaders, finish } = begin(context, domain, concurrency);
    let caller: Caller | undefined;
    let endpoint: Endpoint | undefined;
    const attest = (status: number, answer: unknown) => {
      if (!endpoint || !witness) return;
      witness({
        endpoint: addressOf(endpoint),
        inGuestSpace: guestSpaceId !== undefined,
        status,
        body: attested(answer),
      });
    };
    const method = methodOf(request, domain);
    const effects = domain.faults.on(method, path);
    try {
      if (concurrency.running > concurrency.limit) throw tooManyRequests();
      const spoiled = await spoilRequest(effects, context, domain, sessions);
      if (spoiled) return spoiled;
      if (request.url.length > maxUrlLength) return new Response("Request URI Too Large", { status: 414 });
      if (!mayMean(method, request, path, domain)) return new Response("Method Not Allowed", { status: 405 });
      endpoint = reachable(byAddress.get(`${method} ${path}`), domain);
      if (!endpoint) return new Response("Not Found", { status: 404, headers: { "content-type": "text/html" } });
      caller = authenticate(request.headers, domain, sessions);
      const body = await readBody(request, context, endpoint);
      if (caller.kind === "session" && request.method !== "GET")
        checkCsrf(body, sessions.of(request.headers)?.csrfToken);
      const call = new Call(
        domain,
        caller,
        guestSpaceId,
        new Parameters(body.parameters),
        body.upload,
        answerHeaders,
        request.headers.get("range"),
      );
      const answer: unknown = await endpoint.handle(call);
      attest(200, answer);
      const response =
        answer instanceof Response ? withHeaders(answer, answerHeaders) : json(answer, 200, answerHeaders);
      return effects.length === 0 ? response : await spoilResponse(effects, response, context);
    } catch (error) {
      const language = languageOf(caller, request.headers.get("accept-language"));
      const { status, body } = answerError(error, language, domain, answerHeaders);
      attest(status, body);
      return json(body, status, answerHeaders);
    } finally {
      finish();
    }
  };
  router.all("/k/v1/:path{.+}", (context) => serve(context, undefined, context.req.param("path")));
  router.all("/k/guest/:space{[0-9]+}/v1/:path{.+}", (context) =>
    serve(context, Number(context.req.param("space")), context.req.param("path")),
  );
  return router;
}

/** What is answered where a lab's endpoint is off is UNCONFIRMED(lab-endpoint-off): the same as to an address that there is not. */
const reachable = (endpoint: Endpoint | undefined, { lab }: Domain): Endpoint | undefined =>
  endpoint?.lab === undefined || lab.has(endpoint.lab) ? endpoint : undefined;

function begin(context: Context, { opposites }: Domain, concurrency: Concurrency) {
  const finish = concurrency.begin();
  if (opposites.has("concurrency-headers")) return { request: context.req.raw, answerHeaders: new Headers(), finish };
  const answerHeaders = new Headers({
    "x-concurrencylimit-limit": String(concurrency.limit),
    "x-concurrencylimit-running": String(Math.min(concurrency.running, concurrency.limit + 1)),
  });
  return { request: context.req.raw, answerHeaders, finish };
}

/** `X-HTTP-Method-Override` counts on POST only, in upper case (kintone.dev REST overview). */
function methodOf(request: Request, { opposites }: Domain): string {
  if (opposites.has("post-that-says-get")) return request.method;
  const override = request.headers.get("x-http-method-override");
  const isOverridden =
    request.method === "POST" && override !== null && ["GET", "POST", "PUT", "DELETE"].includes(override);
  return isOverridden ? override : request.method;
}

/** That a file is given to a POST that says GET is UNCONFIRMED(files-by-post): it is not. */
const mayMean = (method: string, request: Request, path: string, { opposites }: Domain): boolean =>
  path !== "file.json" || method === request.method || opposites.has("files-by-post");

/** A query string and a JSON body are read alike; GET and DELETE may have either. @throws CB_IJ01, CB_IL02 */
async function readBody(request: Request, context: Context, endpoint: Endpoint): Promise<Body> {
  const query = fromQueryString(new URL(request.url).searchParams);
  const contentType = request.headers.get("content-type") ?? "";
  if (contentType.startsWith("multipart/form-data") && endpoint.path === "file.json") return readForm(request);
  const text = request.method === "GET" ? await readGetBody(context) : await request.text();
  if (text === "") return { parameters: query };
  if (!/^application\/json\b/i.test(contentType)) throw illegalRequest();
  return { parameters: { ...query, ...parseObject(text) } };
}

/** The web's Request has no body for GET, but curl sends one and kintone reads it. */
async function readGetBody(context: Context): Promise<string> {
  const incoming = (context.env as { incoming?: IncomingMessage } | undefined)?.incoming;
  if (!incoming || !Number(incoming.headers["content-length"] ?? 0)) return "";
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidJson();
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidJson();
  return value as Record<string, unknown>;
}

async function readForm(request: Request): Promise<Body> {
  const form = await request.formData();
  const file = form.get("file");
  const token = form.get(tokenName);
  return {
    parameters: typeof token === "string" ? { [tokenName]: token } : {},
    ...(file instanceof File && { upload: file }),
  };
}

/** Whatever a session sends by POST, PUT or DELETE must carry its token. */
function checkCsrf(body: Body, expected: string | undefined): void {
  if (expected === undefined || body.parameters[tokenName] !== expected) throw illegalRequest();
}

function attested(answer: unknown): unknown {
  if (answer instanceof Response) return null;
  return answer instanceof JsonAnswer ? answer.value : answer;
}

function withHeaders(response: Response, headers: Headers): Response {
  headers.forEach((value, name) => response.headers.set(name, value));
  return response;
}

function json(value: unknown, status: number, headers: Headers): Response {
  headers.set("content-type", "application/json;charset=utf-8");
  const body = value instanceof JsonAnswer ? (value.bytes as Uint8Array<ArrayBuffer>) : JSON.stringify(value);
  return new Response(body, { status, headers });
}

function answerError(
  error: unknown,
  language: string,
  { otherAnswers }: Domain,
  headers: Headers,
): { status: number; body: unknown } {
  if (error instanceof BulkError) {
    headers.set("x-cybozu-error", error.cause.code);
    const failed = error.cause.toJSON(language, errorId());
    return { status: error.cause.status, body: { results: error.results(failed) } };
  }
  if (!(error instanceof KintoneError)) throw error;
  const { status = error.status, code = error.code } = otherAnswers.get(error.code) ?? {};
  headers.set("x-cybozu-error", code);
  return { status, body: { ...error.toJSON(language, errorId()), code } };
}

const errorId = (): string => randomBytes(15).toString("base64url");
