import type { ErrorFacts } from "../../../domain/errors";
import type { Shortage } from "../../../domain/room";

/** What people read of a run whose volumes go into a folder, and that is said otherwise in a browser. */
export interface FolderMessages {
  notDelivered: (facts: ErrorFacts) => string;
  /** Where there are several places: which one a sentence is about. */
  atPlace: (place: string, sentence: string) => string;
  short: (shortage: Shortage) => string[];
}
