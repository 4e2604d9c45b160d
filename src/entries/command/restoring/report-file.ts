import { closeSync, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { jsonLine } from "../../../archive/records/json-lines";
import { storageError } from "../../../domain/storage-error";
import type { RestoreReport } from "../../../restore/report/plan-report";

const CHUNK = 256 * 1024;
const HELD = 64 * 1024;

/** The report of a restore as a file of JSON lines; what an earlier attempt of the same restore left in it is written anew. */
export async function createReportFile(path: string): Promise<RestoreReport & { close(): Promise<void> }> {
  const refused = (thrown: unknown) => Promise.reject(storageError(thrown, "DELIVERY_FAILED", { path }));
  const handle = await open(path, "w").catch(refused);
  let waiting = "";
  const write = async () => {
    const text = waiting;
    waiting = "";
    await handle.appendFile(text).catch(refused);
  };
  return {
    async tell(line) {
      waiting += jsonLine(line);
      // The last line is that of the end.
      if (waiting.length >= HELD || line.kind === "restored") await write();
    },
    *texts() {
      const decoder = new TextDecoder();
      const chunk = new Uint8Array(CHUNK);
      const file = openSync(path, "r");
      try {
        for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
          yield decoder.decode(chunk.subarray(0, read), { stream: true });
        }
      } finally {
        closeSync(file);
      }
    },
    close: () => handle.close(),
  };
}
