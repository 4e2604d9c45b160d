import type { NamedVolume } from "../../archive/verify/verify-archive";
import type { Volume } from "../../domain/outcome";
import type { ArchiveCheck, CheckWatcher } from "../../screens/verify/archive-check";
import { measureFiles } from "../wiring/measure-files";
import { verifyFiles } from "../wiring/verify-files";
import { useBrowserPlatform } from "./browser-platform";
import { seldom } from "./seldom";
import type { VerifyRequest } from "./verify-messages";

type Watcher = Pick<CheckWatcher, "report"> & Partial<CheckWatcher>;

/** Reads files back in a browser, in a Worker or on a page alike. Rejects as `verifyFiles` does. */
export async function verifyInBrowser({ files, runId }: VerifyRequest, watcher: Watcher): Promise<ArchiveCheck> {
  await useBrowserPlatform();
  return verifyFiles(namedVolumes(files), { ...(runId !== undefined && { runId }), ...seldomTold(watcher) });
}

/** Measures files in a browser, in a Worker or on a page alike. Rejects as `measureFiles` does. */
export async function measureInBrowser(files: readonly File[], watcher: Watcher): Promise<Volume[]> {
  await useBrowserPlatform();
  return measureFiles(namedVolumes(files), seldomTold(watcher));
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

function seldomTold({ report, signal }: Watcher): Watcher {
  return { report: seldom(report), ...(signal && { signal }) };
}
