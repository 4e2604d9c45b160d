import { awaitRun } from "./backup-worker";
import { awaitCopying } from "./browser-copy-threads";
import { awaitRestoring } from "./restore-worker";
import { awaitVerification } from "./verify-worker";

/** From now on this Worker does what it is told first: a run, copying for one, a check, or a restore. */
export function awaitWork(): void {
  awaitVerification();
  awaitCopying();
  awaitRestoring();
  awaitRun();
}
