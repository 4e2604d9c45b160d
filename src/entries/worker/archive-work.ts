import type { DrillWork } from "../../screens/drill/drill-desk";
import type { RebuildWork } from "../../screens/rebuild/rebuild-desk";
import type { RestoreWork } from "../../screens/restore/restore-desk";
import type { AtHand } from "./at-hand";
import { createRebuildWork } from "./rebuild-work";
import { createRestoreWork } from "./restore-work";
import type { RestoreVisit } from "./restore-visit";

/** All that is done with an archive that is open. */
export type ArchiveWork = RestoreWork & DrillWork & RebuildWork;

export function createArchiveWork(visit: RestoreVisit): ArchiveWork {
  const atHand: AtHand = { ticked: new Set() };
  return { ...createRestoreWork(visit, atHand), ...createRebuildWork(visit, atHand) };
}
