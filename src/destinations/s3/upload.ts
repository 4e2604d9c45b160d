import { createHash } from "node:crypto";
import { BackupError } from "../../domain/errors";
import type { AskS3 } from "./client";
import { failureOf, statusOf } from "./failures";
import { elementsIn, valueIn } from "./xml";

/** What is to become one object. */
export interface Upload {
  key: string;
  size: number;
  stream: () => ReadableStream<Uint8Array>;
  headers: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
}

/** Parts are held in memory, one at a time. A store takes 10,000 at most, all equal but the last (R2). */
const PART = 16 * 1024 * 1024;
const MOST_PARTS = 9000;

/** Nothing that is there is overwritten, as far as the store honours it; not all do, so whoever uploads looks there before. */
const ONLY_NEW = { "if-none-match": "*" };

/** Makes an object. Rejects with `taken` when there is one. An upload that does not come to its end leaves nothing. */
export async function upload(ask: AskS3, object: Upload, part = PART): Promise<void> {
  const size = Math.max(part, Math.ceil(object.size / MOST_PARTS));
  try {
    if (object.size <= size) await uploadWhole(ask, object);
    else await uploadParts(ask, object, size);
  } catch (thrown) {
    if (statusOf(thrown) !== 412 && statusOf(thrown) !== 409) throw thrown;
    throw new BackupError("DELIVERY_FAILED", "There is such an object", { facts: { refusal: "taken" }, cause: thrown });
  }
}

async function uploadWhole(ask: AskS3, { key, size, stream, headers, signal }: Upload): Promise<void> {
  for await (const body of partsOf(stream(), Math.max(size, 1))) {
    await ask({ method: "PUT", key, body, headers: { ...headers, ...ONLY_NEW, ...digestOf(body) }, signal });
    return;
  }
}

async function uploadParts(ask: AskS3, { key, stream, headers, signal }: Upload, size: number): Promise<void> {
  const begun = await ask({ method: "POST", key, query: { uploads: "" }, headers, signal });
  const uploadId = valueIn(await begun.text(), "UploadId");
  if (!uploadId) throw failureOf(begun.status, "");
  try {
    const tags: string[] = [];
    for await (const body of partsOf(stream(), size)) {
      const query = { partNumber: String(tags.length + 1), uploadId };
      const { headers: answered } = await ask({ method: "PUT", key, query, body, headers: digestOf(body), signal });
      tags.push(answered.get("etag") ?? "");
    }
    await complete(ask, { key, uploadId, tags, signal });
  } catch (thrown) {
    await ask({ method: "DELETE", key, query: { uploadId } }).catch(() => undefined);
    throw thrown;
  }
}

async function complete(
  ask: AskS3,
  { key, uploadId, tags, signal }: { key: string; uploadId: string; tags: string[]; signal: AbortSignal | undefined },
): Promise<void> {
  const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`).join("");
  const body = `<CompleteMultipartUpload>${parts}</CompleteMultipartUpload>`;
  const answer = await ask({ method: "POST", key, query: { uploadId }, body, headers: ONLY_NEW, signal });
  const text = await answer.text();
  if (valueIn(text, "Code")) throw failureOf(500, text);
}

/** What an earlier attempt had begun of this object, and nobody will end. */
export async function abortLeftUploads(ask: AskS3, key: string): Promise<void> {
  const answer = await ask({ method: "GET", query: { uploads: "", prefix: key } });
  for (const element of elementsIn(await answer.text(), "Upload")) {
    const uploadId = valueIn(element, "UploadId");
    if (valueIn(element, "Key") === key && uploadId) await ask({ method: "DELETE", key, query: { uploadId } });
  }
}

/** Where objects are locked, stores want a digest that every one of them understands. */
function digestOf(body: Uint8Array): Record<string, string> {
  return { "content-md5": createHash("md5").update(body).digest("base64") };
}

/** Pieces of just that size, but for the last; one that is empty of a stream without a byte. */
async function* partsOf(stream: ReadableStream<Uint8Array>, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let part = new Uint8Array(size);
  let filled = 0;
  let isFirst = true;
  for await (const chunk of stream) {
    for (let at = 0; at < chunk.length;) {
      const taken = chunk.subarray(at, at + size - filled);
      part.set(taken, filled);
      [at, filled] = [at + taken.length, filled + taken.length];
      if (filled < size) continue;
      yield part;
      isFirst = false;
      [part, filled] = [new Uint8Array(size), 0];
    }
  }
  if (filled > 0 || isFirst) yield part.slice(0, filled);
}
