import type { Rebuilt } from "../../../restore/apps/rebuild-apps";
import { createLinesFile } from "../lines-file";

/** Everything that came of it, as JSON lines; what an earlier attempt left is written anew. */
export async function writeRebuildReport(path: string, { apps, told, toDos, oldIds }: Rebuilt): Promise<void> {
  const { tell, close } = await createLinesFile<object>(path, "written-anew");
  for (const { archived, app, name } of apps.values()) {
    const { folder, appId, appName } = archived.facts;
    await tell({ kind: "app", folder, archivedId: appId, archivedName: appName, ...app, name });
  }
  for (const one of told) await tell({ kind: "told", ...one });
  for (const one of toDos) await tell({ kind: "to-do", ...one });
  for (const one of oldIds) await tell({ kind: "old-id", ...one });
  await close();
}
