import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import yauzl from "yauzl";

/** Everything that lies below a folder, by path: each file as it is, and each entry of each zip, unpacked. */
export async function leftBehind(folder: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    found.set(file, Buffer.concat([Buffer.from(`${file}\n`), bytes]));
    if (bytes.subarray(0, 2).toString() !== "PK") continue;
    for (const [name, content] of await unpacked(bytes)) found.set(`${file} ${name}`, content);
  }
  return found;
}

/** With the reader of another project; each content after its path, which may be what was not to be there. */
export async function unpacked(zip: Buffer): Promise<Map<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  const reader = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  await new Promise<void>((resolve, reject) => {
    reader.on("error", reject).on("end", resolve);
    reader.on("entry", (entry: yauzl.Entry) => {
      reader.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [Buffer.from(`${entry.fileName}\n`)];
        // By events: yauzl's streams end without closing, which a `for await` would wait for.
        stream.on("data", (chunk: Buffer) => chunks.push(chunk)).on("error", reject);
        stream.on("end", () => {
          entries.set(entry.fileName, Buffer.concat(chunks));
          reader.readEntry();
        });
      });
    });
    reader.readEntry();
  });
  return entries;
}
