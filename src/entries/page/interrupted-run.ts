import { interruptedPrivateRuns } from "../../workspace/private-runs";
import { type ResumableRun, isResumableBy } from "../worker/resumable-run";
import { visitOfPage } from "./visit-of-page";

/** The newest run of this user in this app that was broken off in this browser, and that can go on. */
export async function findInterruptedRun(): Promise<ResumableRun | undefined> {
  const here = visitOfPage();
  // Without a private file system there was no such run.
  const runs = await interruptedPrivateRuns().catch(() => []);
  return runs.map(({ about }) => about).findLast((about) => isResumableBy(about, here));
}
