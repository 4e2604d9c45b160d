import { archiveName, markedArchiveName, volumeName } from "../../archive/volumes/volume-name";
import type { Claim, Place } from "../../domain/destination";
import type { RunStart } from "../../domain/outcome";
import type { Memory } from "../journal/memory";
import type { RunLog } from "../log-event";
import { claimEverywhere } from "./claim-everywhere";

/** What the archive of a run is called. Claimed at every place where it will lie before anything is packed: manifests and history tell the name. */
export interface ArchiveName {
  /** Once; in a further attempt of the run it is the same name. Rejects as the places do when none of them can be had. */
  claim(): Promise<void>;
  /** The file name of a volume, counted from 1. */
  ofVolume(volume: number): string;
  /** Nobody needs the claim any more. What cannot be released goes away by itself. */
  release(): Promise<void>;
}

interface Parts {
  run: RunStart;
  filePrefix: string;
  /** IANA name: of the stamp in the name. */
  timeZone: string;
  places: readonly Place[];
  memory: Memory;
  log: RunLog;
}

export function createArchiveName({ run, filePrefix: prefix, timeZone, places, memory, log }: Parts): ArchiveName {
  const naming = { prefix, timeZone, startedAt: run.startedAt };
  let claimed: Claim | undefined;
  return {
    async claim() {
      claimed = await claimEverywhere(places, log, {
        owner: run.runId,
        names: [archiveName(naming), markedArchiveName(naming, run.runId)],
        again: memory.archiveName,
      });
      await memory.named(claimed.name);
    },
    ofVolume(volume) {
      if (!claimed) throw new Error("No name was claimed");
      return volumeName(claimed.name, volume);
    },
    release: async () => claimed?.release().catch(() => undefined),
  };
}
