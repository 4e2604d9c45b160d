import { interruptedPrivateRestores } from "../../workspace/private-restores";
import { keptRestore, type KeptInBrowser } from "../worker/kept-restore";
import { visitOfPage } from "./visit-of-page";

/** The oldest restore of this user in this app that was broken off in this browser: until it is settled, another one may do its work twice. */
export async function findBrokenRestore(): Promise<KeptInBrowser | undefined> {
  const here = visitOfPage();
  // Without a private file system there was no such restore.
  const restores = await interruptedPrivateRestores().catch(() => []);
  return restores.flatMap(({ about }) => keptRestore(about, here) ?? [])[0];
}
