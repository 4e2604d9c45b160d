import type { AppRecord, RecordStore } from "../../domain/record-store";
import type { Departure, LostTarget } from "../../domain/targets";
import { CHANGES } from "../app-definition/conditions";
import type { DefiningField } from "../app-definition/target-rights";
import type { TargetChange } from "./target-changes";

/** So many of the newest changes of targets are looked at; each may tell of fifty. */
const LOOKED_AT = 100;

/** Who did it to a target, and when, as far as the newest recorded changes tell. */
export type Departures = (appId: string, became: LostTarget["became"]) => Departure | undefined;

/** Never rejects: where changes are not recorded, or may not be viewed, nobody is known. */
export async function departures(store: RecordStore): Promise<Departures> {
  // Changes of settings have a version.
  const query = `${CHANGES} and change_settings_version = "" order by $id desc limit ${LOOKED_AT}`;
  const records = await store.find(query).catch((): AppRecord[] => []);
  return (appId, became) => {
    const record = records.find((one) =>
      changesIn(one).some((change) => change.appId === appId && isIt(change, became)),
    );
    if (!record) return undefined;
    const text = (code: keyof AppRecord) => String(record[code]?.value ?? "");
    return { by: text("change_by_name") || text("change_by_code"), at: text("change_at") };
  };
}

function isIt({ kind, differences }: TargetChange, became: LostTarget["became"]): boolean {
  const changes = (field: DefiningField) => differences.some((difference) => difference.field === field);
  if (became === "disabled") return changes("target_enabled");
  return kind === "removed" || (kind === "changed" && (changes("target_app_id") || changes("target_guest_space_id")));
}

/** Somebody may have rewritten the record. */
function changesIn(record: AppRecord): TargetChange[] {
  try {
    const { targets } = JSON.parse(String(record.change_settings?.value)) as { targets?: TargetChange[] };
    return (targets ?? []).filter(({ differences }) => Array.isArray(differences));
  } catch {
    return [];
  }
}
