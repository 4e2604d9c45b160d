import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { notReached, s3Failure } from "./failures";
import type { S3Keys } from "./keys";

/** One request to a bucket. */
export interface S3Request {
  method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  /** Of an object; the bucket itself when absent. */
  key?: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: Uint8Array<ArrayBuffer> | string;
  signal?: AbortSignal | undefined;
}

/** Asks the store. Rejects for every answer that is none of success. */
export type AskS3 = (request: S3Request) => Promise<Response>;

export interface S3Bucket {
  bucket: string;
  endpoint?: string;
  region: string;
}

/** Waits before another attempt, in milliseconds: a store that is busy says so. */
const PAUSES = [500, 2000, 8000];

/** @param pauses for tests, which have no time */
export function s3Client(where: S3Bucket, keys: () => Promise<S3Keys>, pauses: readonly number[] = PAUSES): AskS3 {
  const base = addressOf(where);
  let client: Promise<AwsClient> | undefined;
  const signing = () =>
    (client ??= keys().then((found) => new AwsClient({ ...found, service: "s3", region: where.region, retries: 0 })));

  return async ({ method, key = "", query = {}, headers = {}, body, signal }) => {
    const url = `${base}${key && `/${key.split("/").map(encoded).join("/")}`}${search(query)}`;
    const aws = await signing();
    for (let attempt = 0; ; attempt += 1) {
      signal?.throwIfAborted();
      const pause = pauses[attempt];
      try {
        const signed = await aws.sign(url, {
          method,
          // The true digest, which stores compare: no part arrives as another than it was sent.
          headers: {
            ...headers,
            "x-amz-content-sha256": createHash("sha256")
              .update(body ?? "")
              .digest("hex"),
          },
          ...(body !== undefined && { body }),
        });
        const response = await fetch(signed, { redirect: "manual", ...(signal && { signal }) });
        if (response.ok) return response;
        if (pause === undefined || !(response.status >= 500 || response.status === 429) || response.status === 507) {
          throw await s3Failure(response);
        }
        await response.body?.cancel();
      } catch (thrown) {
        signal?.throwIfAborted();
        if (!(thrown instanceof TypeError)) throw thrown;
        if (pause === undefined) throw notReached(thrown);
      }
      await wait(pause, undefined, { ...(signal && { signal }) }).catch(() => signal?.throwIfAborted());
    }
  };
}

/** Without an endpoint it is AWS, which has an address for each bucket, as far as its name fits into a certificate. */
function addressOf({ bucket, endpoint, region }: S3Bucket): string {
  if (endpoint !== undefined) return `${endpoint}/${bucket}`;
  return bucket.includes(".")
    ? `https://s3.${region}.amazonaws.com/${bucket}`
    : `https://${bucket}.s3.${region}.amazonaws.com`;
}

/** By RFC 3986, as signatures have it: stores differ in what they make of the rest. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function search(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}
