import manifest from "../../../manifest.json";
import { interruptedPrivateRuns } from "../../workspace/private-runs";
import { type ResumableRun, isResumableBy } from "../worker/resumable-run";

/** The newest run of this user in this app that was broken off in this browser, and that can go on. */
export async function findInterruptedRun(): Promise<ResumableRun | undefined> {
  const [appId, { code, name }] = [String(kintone.app.getId()), kintone.getLoginUser()];
  const here = { appId, operator: { code, name }, pluginVersion: manifest.version };
  // Without a private file system there was no such run.
  const runs = await interruptedPrivateRuns().catch(() => []);
  return runs.map(({ about }) => about).findLast((about) => isResumableBy(about, here));
}
