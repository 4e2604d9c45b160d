import { awaitRun } from "./backup-worker";
import { awaitCopying } from "./browser-copy-threads";
import { awaitVerification } from "./verify-worker";

/** From now on this Worker does what it is told first: a run, copying for one, or a check. */
export function awaitWork(): void {
  awaitVerification();
  awaitCopying();
  awaitRun();
}
