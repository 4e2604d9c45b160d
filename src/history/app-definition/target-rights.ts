import type { Entity, FieldRight, Manager } from "../../domain/app-settings";
import type { FieldCode } from "./fields";
import { EVERYONE } from "./record-rights";

/**
 * The fields that say whether an app is backed up, and what of it. Who may write them decides what a success means; what runs write
 * to a target (its last status, its last success, the app's present name) is not among them.
 */
export const DEFINING_FIELDS = [
  "target_scope",
  "target_app_id",
  "target_guest_space_id",
  "target_space_id",
  "target_exceptions",
  "target_enabled",
  "target_query",
  "target_include",
  "target_excluded_fields",
  "target_included_identifiers",
  "target_accepted_gaps",
] as const satisfies readonly FieldCode[];

export type DefiningField = (typeof DEFINING_FIELDS)[number];

/**
 * What may be done with a defining field: those who manage the app write it, everybody else reads it, as far as `present`
 * lets them. A target is written with the session of the operator whose run it is, so that records of targets stay open to
 * operators; these fields are not. A record that an operator adds has no app, and is told as such by the next run.
 *
 * The type of a record is not among them: whoever runs backups writes it when the record of a run is added, permissions for a field
 * hold for all records, and that kintone fills in a default where the right to write is lacking is UNCONFIRMED(default-where-right-lacks). So nothing
 * hangs on it (`conditions.ts`).
 *
 * No entity of kintone's field permissions means "who manages the app" (OpenAPI 20250423: field/acl), so they are named one
 * by one. When the app's permissions change, these do not fit any more: preparation and check list say so.
 */
export function definingRight(code: string, managers: readonly Manager[], present?: FieldRight): FieldRight {
  const isManager = ({ entity }: FieldRight["entities"][number]) => managers.some((one) => isSame(one.entity, entity));
  const others = (present?.entities ?? []).filter((one) => one.accessibility !== "WRITE" && !isManager(one));
  const hadEveryone = present?.entities.find(({ entity }) => isSame(entity, EVERYONE));
  const closesToAll = present !== undefined && (hadEveryone === undefined || hadEveryone.accessibility === "NONE");
  return {
    code,
    entities: [
      ...managers.map(({ entity, includeSubs }) => ({ entity, includeSubs, accessibility: "WRITE" as const })),
      ...others.filter(({ entity }) => !isSame(entity, EVERYONE)),
      // kintone treats this group last, wherever it stands; without it, nobody else sees the field (cybozu.dev update-field-permissions).
      { entity: { ...EVERYONE }, includeSubs: false, accessibility: closesToAll ? "NONE" : "READ" },
    ],
  };
}

/** Where a field's permissions differ from those of the definition. */
export interface RightMisfit {
  /** May write it, and do not manage the app; everybody, when the field has no permissions. */
  others: Entity[];
  /** Manage the app, and may not write it. */
  lacking: Entity[];
}

export function misfitOf(right: FieldRight | undefined, managers: readonly Manager[]): RightMisfit {
  if (!right) return { others: [{ ...EVERYONE }], lacking: [] };
  const writers = right.entities.filter(({ accessibility }) => accessibility === "WRITE");
  const has = (list: readonly Manager[], wanted: Manager) =>
    list.some(({ entity, includeSubs }) => isSame(entity, wanted.entity) && (includeSubs || !wanted.includeSubs));
  return {
    others: writers.filter((writer) => !has(managers, writer)).map(({ entity }) => entity),
    lacking: managers.filter((manager) => !has(writers, manager)).map(({ entity }) => entity),
  };
}

function isSame(one: Entity, other: Entity): boolean {
  return one.type === other.type && one.code === other.code;
}
