import type { NamedVolume } from "../../archive/verify/verify-archive";
import type { Volume } from "../../domain/outcome";
import type { ArchiveCheck, CheckProgress, CheckWatcher } from "../../screens/verify/archive-check";
import { measureFiles } from "../wiring/measure-files";
import { verifyFiles } from "../wiring/verify-files";
import { useBrowserPlatform } from "./browser-platform";
import type { VerifyRequest } from "./verify-messages";

type Watcher = Pick<CheckWatcher, "report"> & Partial<CheckWatcher>;

/** Reads files back in a browser, in a Worker or on a page alike. Rejects as `verifyFiles` does. */
export async function verifyInBrowser({ files, runId }: VerifyRequest, watcher: Watcher): Promise<ArchiveCheck> {
  await useBrowserPlatform();
  return verifyFiles(namedVolumes(files), { ...(runId !== undefined && { runId }), ...seldom(watcher) });
}

/** Measures files in a browser, in a Worker or on a page alike. Rejects as `measureFiles` does. */
export async function measureInBrowser(files: readonly File[], watcher: Watcher): Promise<Volume[]> {
  await useBrowserPlatform();
  return measureFiles(namedVolumes(files), seldom(watcher));
}

/** Files as the archive reads them. */
export function namedVolumes(files: readonly File[]): NamedVolume[] {
  return files.map((file) => ({
    name: file.name,
    source: {
      size: file.size,
      bytes: async (start: number, end: number) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
    },
  }));
}

const MILLISECONDS_BETWEEN = 100;

/** Every chunk is told of; nobody can look so often. */
function seldom({ report, signal }: Watcher): Watcher {
  let last = 0;
  const seldomly = (progress: CheckProgress) => {
    const now = Date.now();
    if (now - last < MILLISECONDS_BETWEEN) return;
    last = now;
    report(progress);
  };
  return { report: seldomly, ...(signal && { signal }) };
}
