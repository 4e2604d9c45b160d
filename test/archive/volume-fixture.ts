import { createHash } from "node:crypto";
import type { Entry, EntryFacts, ZipInput } from "../../src/archive/entry";
import type { Manifest, TargetFacts } from "../../src/archive/manifest/manifest";
import type { RandomAccess } from "../../src/archive/zip/zip-reader";
import { writeZip } from "../../src/archive/zip/zip-writer";

/** The start of the run in all fixtures. */
export const DATE = new Date("2026-11-23T03:00:00.000Z");

export function entry(path: string, content: string | Uint8Array, kind: EntryFacts["kind"] = "attachment"): Entry {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    path,
    kind,
    ...(path.includes("/") && { target: path.slice(0, path.indexOf("/")) }),
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    open: () => new Blob([Uint8Array.from(bytes)]).stream(),
  };
}

/** An input that makes its bytes as they are asked for, and counts how far it has come. */
export function generated(path: string, size: number, chunkBytes = 64 * 1024) {
  const state = { opened: 0, given: 0, cancelled: false };
  const chunk = new Uint8Array(chunkBytes);
  for (let at = 0; at < chunkBytes; at += 1) chunk[at] = (at * 2654435761) >>> 24;
  const input: ZipInput = {
    path,
    size,
    open() {
      state.opened += 1;
      return new ReadableStream(
        {
          pull(controller) {
            if (state.given === size) return controller.close();
            const length = Math.min(chunkBytes, size - state.given);
            controller.enqueue(chunk.subarray(0, length));
            state.given += length;
          },
          cancel() {
            state.cancelled = true;
          },
        },
        { highWaterMark: 0 },
      );
    },
  };
  return { input, state };
}

export async function zipBytes(inputs: readonly ZipInput[]): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  await writeZip(
    inputs,
    async (chunk) => {
      chunks.push(chunk);
    },
    { date: DATE },
  );
  return Buffer.concat(chunks);
}

/** As strict as a file of an operating system may be: it gives nothing that it does not have. */
export function randomAccess(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    async bytes(start, end) {
      if (start < 0 || start >= end || end > bytes.length) throw new Error(`Asked for ${start} to ${end}`);
      return Uint8Array.from(bytes.subarray(start, end));
    },
  };
}

export function manifestOf(entries: readonly Entry[], targets: TargetFacts[] = []): Manifest {
  return {
    formatVersion: 2,
    runId: "20261123-030000-a1b2",
    createdAt: DATE.toISOString(),
    volume: 1,
    last: true,
    entries: entries.map(({ open: _open, ...facts }) => facts),
    targets,
    volumes: [],
  };
}

export function targetFacts(facts: Partial<TargetFacts> = {}): TargetFacts {
  return {
    folder: "12",
    appId: "12",
    appName: "品質記録",
    revision: "5",
    options: { query: "", include: ["records", "attachments", "comments", "settings"], excludedFields: [] },
    records: { expected: 2, written: 2 },
    attachments: { expected: 1, written: 1 },
    comments: { written: 0 },
    changedMeanwhile: { added: 0, changed: 0, deleted: 0 },
    firstId: "1",
    lastId: "2",
    renamed: [],
    missing: [],
    ...facts,
  };
}
