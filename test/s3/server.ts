import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { sha256, signatureOf } from "./signature";

/** What a store may do otherwise; each is seen in one that people use (`docs/guides/places-command.md`). */
export interface S3Manner {
  /** `If-None-Match` has no effect. */
  ignoresConditions?: boolean;
  /** Minutes that its clock is ahead. */
  clockAhead?: number;
  /** Bytes that the bucket may hold. */
  quota?: number;
  /** Buckets with Object Lock, and versions. */
  locks?: boolean;
  /** Called before an answer is sent: the connection breaks when it says so, and what was done stays. */
  losesAnswer?: (method: string, url: string) => boolean;
}

interface Stored {
  bytes: Buffer;
  modified: Date;
  headers: Record<string, string>;
}
interface Pending {
  key: string;
  headers: Record<string, string>;
  parts: Map<number, Buffer>;
}

export const KEYS = { accessKeyId: "AKLOCAL", secretAccessKey: "local/secret+key" };
export const BUCKET = "backups";
const SKEW = 15 * 60_000;

/** What is refused, by S3's code. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message = code,
  ) {
    super(message);
  }
}

/** A store of one bucket that speaks as much of S3 as a backup needs, and checks what it is told: signatures, digests, clocks, parts. */
export async function startS3(manner: S3Manner = {}) {
  const objects = new Map<string, Stored>();
  const uploads = new Map<string, Pending>();
  const requests: string[] = [];

  function checked(request: IncomingMessage, body: Buffer): void {
    const { key, given, computed } = signatureOf(request, KEYS.secretAccessKey);
    if (key !== KEYS.accessKeyId) throw new Refusal(403, "InvalidAccessKeyId");
    if (given !== computed) throw new Refusal(403, "SignatureDoesNotMatch");
    const stamp = String(request.headers["x-amz-date"]).replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      "$1-$2-$3T$4:$5:$6Z",
    );
    const now = Date.now() + (manner.clockAhead ?? 0) * 60_000;
    if (!(Math.abs(now - Date.parse(stamp)) <= SKEW)) throw new Refusal(403, "RequestTimeTooSkewed");
    if (request.headers["x-amz-content-sha256"] !== sha256(body)) throw new Refusal(400, "XAmzContentSHA256Mismatch");
    const md5 = request.headers["content-md5"];
    if (md5 && md5 !== createHash("md5").update(body).digest("base64")) throw new Refusal(400, "BadDigest");
  }

  function store(key: string, bytes: Buffer, headers: Record<string, string>, request: IncomingMessage): Stored {
    if (request.headers["if-none-match"] === "*" && !manner.ignoresConditions && objects.has(key)) {
      throw new Refusal(412, "PreconditionFailed");
    }
    const used = [...objects.values()].reduce((sum, { bytes: { length } }) => sum + length, 0);
    if (used + bytes.length > (manner.quota ?? Infinity)) throw new Refusal(403, "QuotaExceeded");
    const stored = { bytes, modified: new Date(), headers };
    objects.set(key, stored);
    return stored;
  }

  const kept = (request: IncomingMessage) => {
    const lock = request.headers["x-amz-object-lock-mode"];
    if (lock && !manner.locks) throw new Refusal(400, "InvalidRequest", "Bucket is missing Object Lock Configuration");
    if (lock && !request.headers["content-md5"] && request.method === "PUT")
      throw new Refusal(400, "InvalidRequest", "Content-MD5 is required");
    return {
      ...(manner.locks && { "x-amz-version-id": randomUUID() }),
      ...Object.fromEntries(
        Object.entries(request.headers).filter(([name]) => /^x-amz-(meta|object-lock)-/.test(name)) as Array<
          [string, string]
        >,
      ),
    };
  };

  function answer(
    request: IncomingMessage,
    url: URL,
    body: Buffer,
  ): { body?: string | Buffer; headers?: Record<string, string>; status?: number } {
    const [, bucket, ...rest] = url.pathname.split("/");
    if (bucket !== BUCKET) throw new Refusal(404, "NoSuchBucket");
    const key = decodeURIComponent(rest.join("/"));
    const has = (name: string) => url.searchParams.has(name);
    const uploadId = url.searchParams.get("uploadId");
    if (key === "" && request.method === "GET")
      return has("uploads") ? { body: listUploads(url) } : { body: list(url) };
    const pending = uploadId === null ? undefined : uploads.get(uploadId);
    if (uploadId !== null && pending?.key !== key) throw new Refusal(404, "NoSuchUpload");
    const found = objects.get(key);
    switch (request.method) {
      case "POST": {
        if (!pending) {
          const id = randomUUID();
          uploads.set(id, { key, headers: kept(request), parts: new Map() });
          return { body: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>` };
        }
        const told = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>(.*?)<\/ETag>/g)];
        const parts = told.map(([, number, tag]) => {
          const part = pending.parts.get(Number(number));
          if (!part || etag(part) !== tag) throw new Refusal(400, "InvalidPart");
          return part;
        });
        if (parts.slice(0, -1).some(({ length }) => length !== parts[0]?.length)) throw new Refusal(400, "InvalidPart");
        store(key, Buffer.concat(parts), pending.headers, request);
        uploads.delete(uploadId ?? "");
        return { body: "<CompleteMultipartUploadResult/>" };
      }
      case "PUT": {
        if (pending) {
          pending.parts.set(Number(url.searchParams.get("partNumber")), body);
          return { headers: { etag: etag(body) } };
        }
        store(key, body, kept(request), request);
        return { headers: { etag: etag(body) } };
      }
      case "DELETE": {
        if (pending) uploads.delete(uploadId ?? "");
        else if (url.searchParams.has("versionId") && isLocked(found))
          throw new Refusal(403, "AccessDenied", "Object is WORM protected");
        else objects.delete(key);
        return { status: 204 };
      }
      default: {
        if (!found) throw new Refusal(404, "NoSuchKey");
        return { body: found.bytes, headers: { ...found.headers, "last-modified": found.modified.toUTCString() } };
      }
    }
  }

  function isLocked(found: Stored | undefined): boolean {
    return Date.parse(found?.headers["x-amz-object-lock-retain-until-date"] ?? "") > Date.now();
  }

  function list(url: URL): string {
    const prefix = url.searchParams.get("prefix") ?? "";
    const keys = [...objects.keys()]
      .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes("/"))
      .sort();
    // Small pages, so that nobody forgets that there are more.
    const from = Number(url.searchParams.get("continuation-token") ?? 0);
    const page = keys.slice(from, from + 2).map((key) => {
      const { bytes, modified } = objects.get(key)!;
      return `<Contents><Key>${key.replaceAll("&", "&amp;")}</Key><LastModified>${modified.toISOString()}</LastModified><Size>${bytes.length}</Size></Contents>`;
    });
    const more = from + 2 < keys.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : "";
    return `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${page.join("")}${more}</ListBucketResult>`;
  }

  function listUploads(url: URL): string {
    const prefix = url.searchParams.get("prefix") ?? "";
    const found = [...uploads].filter(([, { key }]) => key.startsWith(prefix));
    return `<ListMultipartUploadsResult>${found.map(([id, { key }]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`).join("")}</ListMultipartUploadsResult>`;
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return; // the client went away
    }
    const url = new URL(request.url ?? "", "http://store");
    requests.push(`${request.method} ${request.url}`);
    try {
      const body = Buffer.concat(chunks);
      checked(request, body);
      const answered = answer(request, url, body);
      if (manner.losesAnswer?.(request.method ?? "", request.url ?? "")) return void request.socket.destroy();
      const content = Buffer.from(answered.body ?? "");
      response.writeHead(answered.status ?? 200, { "content-length": content.length, ...answered.headers });
      response.end(request.method === "HEAD" ? undefined : content);
    } catch (thrown) {
      const { status = 500, code = "InternalError", message } = thrown as Refusal;
      response.writeHead(status, { "content-type": "application/xml" });
      response.end(
        request.method === "HEAD" ? undefined : `<Error><Code>${code}</Code><Message>${message}</Message></Error>`,
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ objects, uploads, requests },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function etag(bytes: Buffer): string {
  return `"${createHash("md5").update(bytes).digest("hex")}"`;
}
