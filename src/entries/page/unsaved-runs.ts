import { unsavedPrivateRuns, type UnsavedPrivateRun } from "../../workspace/private-runs";

/** The runs of this user in this app whose zips are in this browser, and not known to be anywhere else; the oldest first. */
export async function findUnsavedRuns(): Promise<UnsavedPrivateRun[]> {
  const [appId, { code }] = [String(kintone.app.getId()), kintone.getLoginUser()];
  // Without a private file system there are none.
  const runs = await unsavedPrivateRuns().catch(() => []);
  return runs.filter((run) => run.appId === appId && run.operatorCode === code);
}
