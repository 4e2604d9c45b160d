import type { Readable } from "node:stream";
import yauzl from "yauzl";
import type { Manifest } from "../../src/archive/manifest/manifest";
import { digestOf } from "./truth";

/** All volumes unpacked into one tree, as a library that is not ours reads them. */
export interface ArchiveContents {
  /** By path, without manifests. */
  entries: Map<string, Buffer>;
  /** In the order of the volumes. */
  manifests: Manifest[];
  digest(path: string): string;
}

export async function unpacked(volumes: ReadonlyArray<{ bytes: Uint8Array }>): Promise<ArchiveContents> {
  const entries = new Map<string, Buffer>();
  const manifests: Manifest[] = [];
  for (const { bytes } of volumes) {
    for (const [path, content] of await unzipped(Buffer.from(bytes))) {
      if (path === "manifest.json") manifests.push(JSON.parse(content.toString("utf8")) as Manifest);
      else entries.set(path, content);
    }
  }
  return { entries, manifests, digest: (path) => digestOf(entries.get(path) ?? Buffer.alloc(0)) };
}

async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  await new Promise<void>((resolve, reject) => {
    zip.on("error", reject).on("end", resolve);
    zip.on("entry", (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        bytesOf(stream).then((content) => {
          contents.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
      });
    });
    zip.readEntry();
  });
  return contents;
}

/** By events: yauzl's streams end without closing, which a `for await` would wait for. */
function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => resolve(Buffer.concat(chunks)));
    stream.on("error", reject);
  });
}
