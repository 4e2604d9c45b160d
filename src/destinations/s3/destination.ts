import { createHash } from "node:crypto";
import type { OpenDestination, OutgoingVolume, PlacedFile } from "../../domain/destination";
import { BackupError } from "../../domain/errors";
import { storageError } from "../../domain/storage-error";
import { claimByMark } from "../marked-claim";
import type { AskS3 } from "./client";
import { statusOf } from "./failures";
import { fileNameOf, objectName } from "./object-name";
import { abortLeftUploads, upload } from "./upload";
import { elementsIn, valueIn } from "./xml";

export interface S3Options {
  /** Before each name, as a folder. */
  prefix?: string;
  /** Until when nobody can remove a volume. */
  lock?: { mode: "governance" | "compliance"; days: number };
  /** Bytes of a part; for tests. */
  part?: number;
}

/**
 * A bucket of a store that speaks S3's language. Nothing of what such a store promises beyond it is believed: whether it refuses to
 * overwrite differs from one to the next, so it is looked for before, and what was delivered is read back by whoever delivers.
 */
export function createS3Destination(ask: AskS3, { prefix, lock, part }: S3Options): OpenDestination {
  const folder = prefix ? `${prefix}/` : "";
  const keyOf = (name: string) => `${folder}${objectName(name)}`;

  async function all(): Promise<Array<PlacedFile & { modified: Date }>> {
    const files: Array<PlacedFile & { modified: Date }> = [];
    for (let token: string | undefined, isLast = false; !isLast;) {
      const query = {
        ...{ "list-type": "2", prefix: folder, delimiter: "/" },
        ...(token !== undefined && { "continuation-token": token }),
      };
      const text = await (await ask({ method: "GET", query })).text();
      for (const element of elementsIn(text, "Contents")) {
        const name = fileNameOf((valueIn(element, "Key") ?? "").slice(folder.length));
        const modified = new Date(valueIn(element, "LastModified") ?? 0);
        if (name !== "") files.push({ name, size: Number(valueIn(element, "Size")), modified });
      }
      token = valueIn(text, "NextContinuationToken");
      isLast = token === undefined;
    }
    return files;
  }

  const head = (name: string) =>
    ask({ method: "HEAD", key: keyOf(name) }).catch(async (thrown: unknown) => {
      if (statusOf(thrown) === 404) return undefined;
      // Such an answer has no body that would say why; that of another question may.
      await ask({ method: "GET", query: { "list-type": "2", "max-keys": "1", prefix: folder } });
      throw thrown;
    });

  async function* read(name: string): AsyncGenerator<Uint8Array> {
    const { body } = await ask({ method: "GET", key: keyOf(name) });
    if (body) yield* body as unknown as AsyncIterable<Uint8Array>;
  }

  async function hasBytes({ name, size, sha256 }: OutgoingVolume): Promise<boolean> {
    const hash = createHash("sha256");
    let found = 0;
    for await (const chunk of read(name)) {
      hash.update(chunk);
      found += chunk.length;
    }
    return found === size && hash.digest("hex") === sha256;
  }

  async function deliver(volume: OutgoingVolume, signal?: AbortSignal): ReturnType<OpenDestination["deliver"]> {
    const { name, size, sha256, file } = volume;
    const isThere = async () => {
      const found = await head(name);
      if (!found) return false;
      if (Number(found.headers.get("content-length")) === size && (await hasBytes(volume))) return true;
      throw new BackupError("DELIVERY_FAILED", "Another object of the name is there", { facts: { refusal: "taken" } });
    };
    if (await isThere()) return { proof: "read-back" };
    // Not everybody may list them, and nothing depends on it.
    await abortLeftUploads(ask, keyOf(name)).catch(() => undefined);
    const headers = { "content-type": "application/octet-stream", "x-amz-meta-sha256": sha256, ...lockHeaders(lock) };
    try {
      await upload(ask, { key: keyOf(name), size, stream: file.stream, headers, signal }, part);
    } catch (thrown) {
      // The answer to an earlier attempt may have been lost: then it is the volume itself that is in its way, or the upload is gone.
      if (lock && statusOf(thrown) === 400) throw notLocked(thrown);
      if (!(isTaken(thrown) || statusOf(thrown) === 404) || !(await isThere())) throw thrown;
    }
    if (lock) await confirmLock(ask, keyOf(name));
    return {};
  }

  return {
    kind: "s3",
    claim: (request) =>
      claimByMark(
        {
          list: all,
          mark: (name, text) => ask({ method: "PUT", key: keyOf(name), body: text }),
          remove: async (name) => {
            await ask({ method: "DELETE", key: keyOf(name) });
          },
        },
        request,
      ),
    deliver: (volume, signal) =>
      deliver(volume, signal).catch((thrown: unknown) => {
        throw storageError(thrown, "DELIVERY_FAILED", { path: volume.name });
      }),
    read,
    list: async () =>
      (await all()).filter(({ name }) => !name.startsWith(".")).map(({ name, size }) => ({ name, size })),
    async remove(name) {
      const found = await head(name);
      if (!found) return;
      // Where a bucket keeps versions, a removal without one would only hide it.
      const versionId = found.headers.get("x-amz-version-id");
      const query = versionId && versionId !== "null" ? { versionId } : {};
      await ask({ method: "DELETE", key: keyOf(name), query }).catch((thrown: unknown) => {
        throw storageError(thrown, "DELIVERY_FAILED", { path: name });
      });
    },
  };
}

const DAY = 24 * 3_600_000;

function lockHeaders(lock: S3Options["lock"]): Record<string, string> {
  if (!lock) return {};
  return {
    "x-amz-object-lock-mode": lock.mode.toUpperCase(),
    "x-amz-object-lock-retain-until-date": new Date(Date.now() + lock.days * DAY).toISOString(),
  };
}

/** A store that does not know of locks may pass over them without a word. */
async function confirmLock(ask: AskS3, key: string): Promise<void> {
  const { headers } = await ask({ method: "HEAD", key });
  if (headers.get("x-amz-object-lock-mode")) return;
  throw notLocked(undefined);
}

/** Not every store says in words what it does not like about a request with a lock. */
function notLocked(cause: unknown): BackupError {
  return new BackupError("DELIVERY_FAILED", "The object is not locked", { facts: { refusal: "no-lock" }, cause });
}

function isTaken(thrown: unknown): boolean {
  return thrown instanceof BackupError && thrown.facts.refusal === "taken";
}
