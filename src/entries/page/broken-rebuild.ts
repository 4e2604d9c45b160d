import { interruptedPrivateRebuilds } from "../../workspace/private-rebuilds";
import { keptRebuild, type KeptRebuild } from "../worker/kept-rebuild";
import { visitOfPage } from "./visit-of-page";

/** What this user began in this app, and was broken off in this browser: until it is settled, its apps would be made once more. */
export async function findBrokenRebuild(): Promise<KeptRebuild | undefined> {
  const here = visitOfPage();
  // Without a private file system there was none.
  const rebuilds = await interruptedPrivateRebuilds().catch(() => []);
  return rebuilds.flatMap(({ about }) => keptRebuild(about, here) ?? [])[0];
}
