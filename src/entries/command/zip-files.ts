import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { createMeter } from "../../archive/bytes/digest";
import type { Volume } from "../../domain/outcome";

/** A path that leads to no zip file that can be read. */
export class NoZips extends Error {}

/** The zip files of the paths, encrypted or not, each once: a folder stands for those right in it. Rejects with `NoZips`. */
export async function zipFilesIn(paths: readonly string[]): Promise<string[]> {
  const files = new Map<string, string>();
  for (const given of paths) {
    for (const file of await reading(given, filesOf(given))) files.set(await realpath(file), file);
  }
  return [...files.values()];
}

async function filesOf(given: string): Promise<string[]> {
  if (!(await stat(given)).isDirectory()) return [given];
  const entries = await readdir(given, { withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory() && /\.zip(\.age)?$/i.test(entry.name))
    .map(({ name }) => name);
  if (names.length === 0) throw new NoZips(given);
  return names.sort().map((name) => path.join(given, name));
}

/** Reads a file through, a chunk at a time. Rejects with `NoZips`. */
export async function measured(file: string): Promise<Volume> {
  const meter = createMeter();
  const read = async () => {
    for await (const chunk of createReadStream(file)) meter.add(chunk as Uint8Array);
  };
  await reading(file, read());
  return { name: path.basename(file), ...(await meter.finish()) };
}

function reading<T>(file: string, result: Promise<T>): Promise<T> {
  return result.catch((thrown: NodeJS.ErrnoException) =>
    Promise.reject(thrown instanceof NoZips ? thrown : new NoZips(`${file} (${thrown.code ?? thrown.name})`)),
  );
}
