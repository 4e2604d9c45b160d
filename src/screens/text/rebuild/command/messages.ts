import type { NamedRun } from "../../restore/command/messages";
import type { RebuildNext } from "../messages";

/** Apps that are being made, as they are spoken of. */
export interface NamedRebuild {
  rebuildId: string;
  /** ISO 8601. */
  startedAt: string;
}

/** What only the command says about apps that are made anew. */
export interface RebuildCommandTexts extends RebuildNext {
  cancelling: string;
  /** Of a dry run. */
  nothing: string;
  report: (path: string) => string;
  refused: {
    people: (named: readonly string[]) => string;
    unfinished: (rebuild: NamedRebuild) => string;
    underWay: (rebuild: NamedRebuild, host: string) => string;
    noneUnfinished: string;
    otherArchive: (rebuild: NamedRebuild, archive: NamedRun) => string;
  };
  discarded: (rebuild: NamedRebuild, apps: readonly string[]) => string;
}
