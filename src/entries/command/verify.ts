import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import type { NamedVolume } from "../../archive/verify/verify-archive";
import type { Checked } from "../../command/checked";
import { describeCheck, describeCheckProgress, describeNoFile } from "../../screens/text/verify/archive-report";
import { auditorMessagesFor } from "../../screens/text/verify/language";
import { type CheckProgress, hasEverything } from "../../screens/verify/archive-check";
import { verifyFiles } from "../wiring/verify-files";
import type { Outputs } from "./outputs";

/** Reads zip files back as one archive, a chunk at a time, and tells of it in words. Opens no connection. */
export async function verifyOnNode(
  files: readonly string[],
  language: string,
  { progressLine }: Outputs,
): Promise<Checked> {
  const messages = auditorMessagesFor(language);
  const line = progressLine((progress: CheckProgress & { phase: string }) => describeCheckProgress(messages, progress));
  const handles: FileHandle[] = [];
  try {
    const volumes: NamedVolume[] = [];
    for (const file of files) {
      const handle = await reading(file, open(file, "r"));
      handles.push(handle);
      volumes.push({ name: path.basename(file), source: await sourceOf(file, handle) });
    }
    const check = await verifyFiles(volumes, {
      report: (progress) => line.report({ ...progress, phase: progress.name }),
    });
    line.end();
    return { sound: check.findings.length === 0 && hasEverything(check), report: describeCheck(messages, check) };
  } catch (thrown) {
    line.end();
    if (!(thrown instanceof UnreadableFile)) throw thrown;
    return { unusable: describeNoFile(messages, thrown.message) };
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}

async function sourceOf(file: string, handle: FileHandle): Promise<NamedVolume["source"]> {
  const { size } = await reading(file, handle.stat());
  return {
    size,
    async bytes(start, end) {
      const wanted = new Uint8Array(Math.min(end, size) - start);
      let filled = 0;
      while (filled < wanted.length) {
        const some = handle.read(wanted, filled, wanted.length - filled, start + filled);
        const { bytesRead } = await reading(file, some);
        if (bytesRead === 0) throw new UnreadableFile(file, "EOF");
        filled += bytesRead;
      }
      return wanted;
    },
  };
}

class UnreadableFile extends Error {
  constructor(file: string, code: string) {
    super(`${file} (${code})`);
  }
}

function reading<T>(file: string, result: Promise<T>): Promise<T> {
  return result.catch(({ code, name }: NodeJS.ErrnoException) =>
    Promise.reject(new UnreadableFile(file, code ?? name)),
  );
}
