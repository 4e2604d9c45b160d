import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";

/**
 * Signature Version 4 in the headers of a request, computed anew from Amazon's description ("Authenticating Requests: Using the
 * Authorization Header"): canonical request, string to sign, and a key that is derived day by day.
 */
export function signatureOf(
  request: IncomingMessage,
  secret: string,
): { given: string; computed: string; key: string } {
  const header = (name: string) => String(request.headers[name] ?? "");
  const [, key = "", date = "", region = "", signed = "", given = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header("authorization"),
    ) ?? [];
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const canonicalQuery = query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => (pair.includes("=") ? pair : `${pair}=`))
    .sort()
    .join("&");
  const canonical = [
    request.method,
    path
      .split("/")
      .map((part) => encoded(decodeURIComponent(part)))
      .join("/"),
    canonicalQuery,
    ...signed.split(";").map((name) => `${name}:${header(name).trim().replaceAll(/\s+/g, " ")}`),
    "",
    signed,
    header("x-amz-content-sha256"),
  ].join("\n");
  const scope = `${date}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", header("x-amz-date"), scope, sha256(canonical)].join("\n");
  const signingKey = [date, region, "s3", "aws4_request"].reduce<string | Buffer>(
    (before, part) => hmac(before, part),
    `AWS4${secret}`,
  );
  return { key, given, computed: hmac(signingKey, toSign).toString("hex") };
}

/** As the description has it: everything but letters, digits and `-._~`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
