import type { Destination, Place } from "../domain/destination";
import { BackupError } from "../domain/errors";
import type { StoredFile } from "../domain/workspace";

/** The browser tells nobody when it has read the file; revoking the URL before that breaks the download. */
const REVOKE_AFTER = 60 * 60 * 1000;

/**
 * A download of the browser. Only a page can offer one (`offerDownload`), so `handOver` takes the file there from wherever
 * the run is; its content is read by the browser from the disk and never by us. That the browser took the file is all
 * that can be known: `deliver` then resolves, and the file must stay where it is for as long as the download may take.
 */
export function createBrowserDownload(handOver: (name: string, stored: StoredFile) => Promise<void>): Destination {
  return {
    kind: "download",
    // Nobody can look into somebody's download folder, where zips of other domains may lie: the name has to be this run's by itself.
    async claim({ names, again }) {
      return { name: again ?? names.at(-1) ?? "", release: async () => undefined };
    },
    async deliver({ name, file }) {
      try {
        await handOver(name, file);
        return {};
      } catch (thrown) {
        throw new BackupError("DELIVERY_FAILED", `${name} could not be offered as a download`, {
          facts: { path: name },
          cause: thrown,
        });
      }
    },
  };
}

/** The places of a run in a browser. */
export function downloadAlone(handOver: (name: string, stored: StoredFile) => Promise<void>): readonly Place[] {
  return [{ name: "download", destination: createBrowserDownload(handOver) }];
}

/** Hands a file or Blob to the browser as a download of that name. */
export function offerDownload(name: string, file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_AFTER);
}
