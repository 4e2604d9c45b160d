import type { Matching } from "../../../restore/compare/matching";
import type { PlanFile } from "../../../restore/plan/plan-file";
import type { RestoreChoices } from "../../../restore/plan/restore-choices";
import type { SoundArchive } from "../archive-to-compare";
import type { AppOfRestore } from "./archived-app";
import type { RestoreAbout } from "./restore-folder";

/** All that is known when something is to be put back. */
export interface RestoreInHand {
  found: AppOfRestore;
  sound: SoundArchive;
  /** Which archive it is, in words. */
  heading: readonly string[];
  choices: RestoreChoices;
  matching: Matching;
  /** A plan that was decided before: exactly this is done. */
  decided?: PlanFile;
  /** A restore that is gone on with. */
  earlier?: RestoreAbout;
}
