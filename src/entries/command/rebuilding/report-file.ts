import type { Rebuilt } from "../../../restore/apps/rebuild-apps";
import { rebuildLines } from "../../wiring/rebuilding/rebuild-lines";
import { createLinesFile } from "../lines-file";

/** What an earlier attempt left is written anew. */
export async function writeRebuildReport(path: string, rebuilt: Rebuilt): Promise<void> {
  const { tell, close } = await createLinesFile<object>(path, "written-anew");
  for (const line of rebuildLines(rebuilt)) await tell(line);
  await close();
}
