import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { type Readable } from "node:stream";
import yauzl from "yauzl";
import { expectValidManifest } from "../archive/manifest/manifest-schema";

/** What a zip holds, as a library that is not ours reads it. */
export interface OpenedArchive {
  /** Path to SHA-256 (hex). */
  digests: Map<string, string>;
  text(path: string): string;
}

/** Opens a zip with yauzl (the reader of Cybozu's plugin-packer), which checks every CRC, and with what the machine has. Its manifest must be valid. */
export async function openArchive(file: string): Promise<OpenedArchive> {
  testWithTools(file);
  const contents = new Map<string, Buffer>();
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.open(file, { lazyEntries: true, strictFileNames: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  await new Promise<void>((resolve, reject) => {
    zip.on("error", reject).on("end", resolve);
    zip.on("entry", (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        bytesOf(stream).then((bytes) => {
          contents.set(entry.fileName, bytes);
          zip.readEntry();
        }, reject);
      });
    });
    zip.readEntry();
  });
  expectValidManifest(JSON.parse(contents.get("manifest.json")?.toString("utf8") ?? "null"));
  return {
    digests: new Map([...contents].map(([path, bytes]) => [path, sha256(bytes)])),
    text: (path) => contents.get(path)?.toString("utf8") ?? "",
  };
}

/** `unzip -t` and Python's zipfile, where the machine has them: other people's eyes on the same file. */
function testWithTools(file: string): void {
  for (const [tool, ...args] of [
    ["unzip", "-tqq"],
    ["python3", "-m", "zipfile", "-t"],
  ] as const) {
    const { status, error, stdout, stderr } = spawnSync(tool, [...args, file], { encoding: "utf8" });
    if (!error && status !== 0) throw new Error(`${tool} refuses ${file}: ${stdout}${stderr}`);
  }
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

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
