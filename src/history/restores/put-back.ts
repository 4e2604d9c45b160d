import { sha256Hex } from "../../archive/bytes/digest";
import { BackupError } from "../../domain/errors";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { AppRef } from "../../domain/target";
import { RESTORES } from "../app-definition/conditions";
import { ascendingRecords } from "../records/ascending-records";
import { namesUnknownOption } from "../records/unknown-field";
import { type IdPair, idsIn } from "./id-lines";
import { latestPlaces } from "./latest-places";

/** As `Restores.putBack` says. A file of ids that is not the one that was written is refused: without it, records would be added twice. */
export async function putBack(
  store: RecordStore,
  { archivedAppId, app }: { archivedAppId: string; app: AppRef },
): Promise<ReadonlyMap<string, string>> {
  const places = latestPlaces(app.appId);
  for await (const restore of restoresInto(store, app)) {
    places.move(String(restore.restore_source_app_id?.value ?? ""), await idsOf(store, restore));
  }
  return places.of(archivedAppId);
}

/** In the order in which they began, which is that in which they wrote, as one lock is for all. */
export async function* restoresInto(store: RecordStore, { appId }: AppRef): AsyncGenerator<AppRecord> {
  try {
    yield* ascendingRecords(store, `${RESTORES} and restore_app_id = "${appId}"`);
  } catch (thrown) {
    // The app was not prepared since there are restores: there can be none.
    if (!namesUnknownOption(thrown)) throw thrown;
  }
}

async function idsOf(store: RecordStore, restore: AppRecord): Promise<readonly IdPair[]> {
  const [file] = restore.restore_ids?.value ?? [];
  if (!file) return [];
  const text = await store.download(file.fileKey);
  if (sha256Hex(text) === restore.restore_ids_sha256?.value) return idsIn(text);
  throw new BackupError("HISTORY_FILE_CHANGED", "The ids are not those that were written", {
    facts: { file: file.name, record: String(restore.$id?.value) },
  });
}
