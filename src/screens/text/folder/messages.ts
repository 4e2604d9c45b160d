import type { ErrorFacts } from "../../../engine/errors";
import type { Shortage } from "../../../engine/room/shortage";

/** What people read of a run whose volumes go into a folder, and that is said otherwise in a browser. */
export interface FolderMessages {
  notDelivered: (facts: ErrorFacts) => string;
  short: (shortage: Shortage) => string[];
}
