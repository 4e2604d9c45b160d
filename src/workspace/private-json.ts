import { openOutput } from "./private-file-output";

/** Writes a value into a file of a run's folder, as JSON. */
export async function writeJson(folder: FileSystemDirectoryHandle, name: string, value: unknown): Promise<void> {
  const output = await openOutput(await folder.getFileHandle(name, { create: true }));
  await output.write(new TextEncoder().encode(JSON.stringify(value)));
  await output.close();
}

/** `undefined` when there is no such file, or it cannot be read. */
export async function readJson(folder: FileSystemDirectoryHandle, name: string): Promise<unknown> {
  try {
    return JSON.parse(await (await (await folder.getFileHandle(name)).getFile()).text()) as unknown;
  } catch {
    return undefined;
  }
}
