import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { AppRef } from "../../domain/target";
import { RESTORES } from "../app-definition/conditions";
import { ascendingRecords } from "../records/ascending-records";
import { namesUnknownOption } from "../records/unknown-field";
import { type IdPair, idsIn } from "./id-lines";
import { latestPlaces } from "./latest-places";
import { writtenText } from "./written-text";

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
  return idsIn((await writtenText(store, restore, "restore_ids")) ?? "");
}
