import { closeSync, openSync, readSync } from "node:fs";
import type { RestoreReport } from "../../../restore/report/plan-report";
import type { RestoreReportLine } from "../../../restore/report/report-line";
import { createLinesFile } from "../lines-file";

const CHUNK = 256 * 1024;

/** The report of a restore as a file of JSON lines; what an earlier attempt of the same restore left in it is written anew. */
export async function createReportFile(path: string): Promise<RestoreReport> {
  const { tell, close } = await createLinesFile<RestoreReportLine>(path, "written-anew");
  return {
    async tell(line) {
      await tell(line);
      // The last line is that of the end.
      if (line.kind === "restored") await close();
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
  };
}
