import type { ArchiveCheck, CheckProgress } from "../../screens/verify/archive-check";
import type { CheckWatcher } from "../../screens/verify/verify-section";
import { verifyFiles } from "../wiring/verify-files";
import { useBrowserPlatform } from "./browser-platform";
import type { VerifyRequest } from "./verify-messages";

/** Reads files back in a browser, in a Worker or on a page alike. Rejects as `verifyFiles` does. */
export async function verifyInBrowser(
  { files, runId }: VerifyRequest,
  { report, signal }: Pick<CheckWatcher, "report"> & Partial<CheckWatcher>,
): Promise<ArchiveCheck> {
  await useBrowserPlatform();
  const volumes = files.map((file) => ({
    name: file.name,
    source: {
      size: file.size,
      bytes: async (start: number, end: number) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
    },
  }));
  return verifyFiles(volumes, { runId, report: seldom(report), ...(signal && { signal }) });
}

const MILLISECONDS_BETWEEN = 100;

/** Every chunk is told of; nobody can look so often. */
function seldom(report: (progress: CheckProgress) => void): (progress: CheckProgress) => void {
  let last = 0;
  return (progress) => {
    const now = Date.now();
    if (now - last < MILLISECONDS_BETWEEN) return;
    last = now;
    report(progress);
  };
}
