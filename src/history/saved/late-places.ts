import type { Volume } from "../../domain/outcome";
import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { PlaceState } from "../../domain/saved";
import { RUNS } from "../app-definition/conditions";
import type { AppValues } from "../records/app-values";
import { updateUnchanged } from "../records/taken";
import { toMinute } from "../records/to-minute";
import { namesUnknownField } from "../records/unknown-field";
import { savedBy } from "../runs/run-fields";
import { runVolumes } from "../runs/run-volumes";
import { moveLastSaved } from "./last-saved";

/** An archive that is not at all of its places. */
export interface ScatteredArchive {
  record: AppRecord;
  volumes: readonly Volume[];
  places: ReadonlyArray<{ name: string; state: PlaceState }>;
}

/** Older ones are no more caught up with by themselves. */
const LOOKED_AT = 20;

/** The newest runs whose archive is known to be missing at a place, the oldest of them first. An app that was not prepared for places has none. */
export async function scatteredArchives(store: RecordStore): Promise<ScatteredArchive[]> {
  const condition = `${RUNS} and place_state in ("not_saved") order by $id desc limit ${LOOKED_AT}`;
  const records = await store.find(condition).catch((thrown: unknown) => {
    if (namesUnknownField(thrown)) return [];
    throw thrown;
  });
  return records.toReversed().map((record) => ({
    record,
    volumes: runVolumes(record)?.volumes ?? [],
    places: (record.run_places?.value ?? []).map(({ value }) => ({
      name: String(value.place_name.value),
      state: String(value.place_state.value) as PlaceState,
    })),
  }));
}

/**
 * Writes into a run's record that its archive was brought to a place. What its end told stays as it is: it is a fact. Resolves to whether the
 * record was still what was read; when all places have it, its targets have a backup that is known to be saved.
 */
export async function recordDelivered(
  store: RecordStore,
  { record }: ScatteredArchive,
  place: string,
  { by, at }: { by: string; at: Date },
): Promise<boolean> {
  const rows = (record.run_places?.value ?? []).map(({ id, value }) => {
    const isIt = value.place_name.value === place;
    return {
      id,
      value: {
        place_name: { value: value.place_name.value },
        place_kind: { value: value.place_kind.value },
        place_message: { value: value.place_message.value },
        place_state: { value: isIt ? ("saved" satisfies PlaceState) : value.place_state.value },
        place_saved_at: { value: isIt ? toMinute(at) : (value.place_saved_at.value ?? "") },
      },
    };
  });
  const isEverywhere = rows.every(({ value }) => value.place_state.value === "saved");
  const values: AppValues = { run_places: { value: rows }, ...(isEverywhere && savedBy(by, at)) };
  if (!(await updateUnchanged(store, record, values))) return false;
  if (isEverywhere) await moveLastSaved(store, record);
  return true;
}
