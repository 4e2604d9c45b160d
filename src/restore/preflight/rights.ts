import { endsTheRun, toBackupError } from "../../domain/errors";
import type { RecordRight, RecordRights } from "../../domain/record-rights";
import { lookInto } from "../../domain/settings/answer-part";
import { type AppRights, appRightsOf } from "../../domain/settings/app-permissions";
import { RECORDS_PER_BATCH } from "../../domain/sink";
import type { Source } from "../../domain/source";
import type { AppRef } from "../../domain/target";
import type { ComparedForms } from "../compare/compared-forms";
import type { RestorePlan } from "../plan/restore-plan";
import { type Gathered, gatherRecords, under } from "./concerned";
import { namedField, type PlacedProperty, writtenProperties } from "./form-fields";
import type { Obstacle, PlannedKind } from "./obstacle";

export interface RightsOrder {
  app: AppRef;
  forms: ComparedForms;
  plan: RestorePlan;
  /** Whether who restores manages the app. */
  stamps: boolean;
}

export interface RightsParts {
  source: Pick<Source, "viewer" | "readSetting" | "readNewestRecords">;
  rights: RecordRights;
}

const MODES = { add: "add", putBack: "putBack", remove: "remove" } as const;
const RIGHT_FOR: Readonly<Record<PlannedKind, keyof AppRights>> = { add: "add", putBack: "edit", remove: "delete" };

/**
 * What who restores may do, as far as kintone tells: those who manage an app see its permissions, and everybody may ask what holds for them in single
 * records. Of an API token, neither is told. Costs a request for each hundred records that are to be changed or deleted, and up to four more.
 */
export async function checkRights(order: RightsOrder, { source, rights }: RightsParts): Promise<Obstacle[]> {
  const { plan, stamps } = order;
  const notManaged: Obstacle[] =
    stamps || plan.add.length === 0
      ? []
      : [{ code: "NOT_MANAGED", weight: "told", records: plan.add.length, ways: [] }];
  const viewer = await source.viewer();
  const kinds = (["add", "putBack", "remove"] as const).filter((kind) => plan[kind].length > 0);
  const told = (right: PlannedKind): Obstacle => ({
    ...{ code: "RIGHT", weight: "told", right, lacking: "unknown", ways: [] },
  });
  if (!viewer) return [...kinds.map(told), ...notManaged];

  const ofApp = stamps ? await appRights(order.app, source, viewer) : undefined;
  const ofRecords = await recordRights(order, { source, rights });
  const lacking = kinds.flatMap((kind): Obstacle[] => {
    const may = ofApp?.[RIGHT_FOR[kind]] ?? "unknown";
    if (may === false) {
      const ways = [{ way: "leave-mode", mode: MODES[kind] } as const];
      return [{ code: "RIGHT", weight: "stops", right: kind, lacking: "certain", ways }];
    }
    // Of records that are there, kintone says it of each.
    return may === "unknown" && (kind === "add" || !ofRecords) ? [told(kind)] : [];
  });
  return [...lacking, ...(ofRecords ? recordObstacles(order, ofRecords) : []), ...notManaged];
}

async function appRights(app: AppRef, source: RightsParts["source"], viewer: Parameters<typeof appRightsOf>[1]) {
  const [acl, about] = await Promise.all([source.readSetting(app, "app/acl"), source.readSetting(app, "app")]);
  const creator = lookInto(about).root.member("creator").member("code").text() ?? "";
  return appRightsOf(acl, viewer, creator);
}

/** What holds for the records that are to be changed, and for the newest one where only some are added; `undefined` where kintone does not tell. */
async function recordRights({ app, plan }: RightsOrder, { source, rights }: RightsParts) {
  const planned = [...plan.putBack.map(({ presentId }) => presentId), ...plan.remove.map(({ id }) => id)];
  const [newest] = planned.length > 0 ? [] : await source.readNewestRecords(app, "", 1);
  const ids = newest ? [String(newest.$id?.value)] : planned;
  const found = new Map<string, RecordRight>();
  for (let at = 0; at < ids.length; at += RECORDS_PER_BATCH) {
    try {
      for (const right of await rights.of(app, ids.slice(at, at + RECORDS_PER_BATCH))) found.set(right.id, right);
    } catch (thrown) {
      const error = toBackupError(thrown);
      if (endsTheRun(error)) throw error;
      // Somebody deleted one of them since they were compared: that is told when they are written.
      if (error.code !== "RECORD_NOT_FOUND") return undefined;
    }
  }
  return found;
}

function recordObstacles({ forms, plan }: RightsOrder, found: ReadonlyMap<string, RecordRight>): Obstacle[] {
  const changes = gatherRecords();
  const removals = gatherRecords();
  const hidden = new Set<PlacedProperty>();
  const fixed = new Map<PlacedProperty, Gathered>();
  const outside = writtenProperties(forms.present, forms.fields).filter(({ table }) => table === undefined);
  const tables = Object.values(forms.present.properties).filter(
    ({ type, code }) => type === "SUBTABLE" && forms.fields.has(code),
  );
  const written = [...outside, ...tables.map((property): PlacedProperty => ({ property }))];

  for (const right of found.values()) {
    for (const placed of written) if (right.fields.get(placed.property.code)?.viewable === false) hidden.add(placed);
  }
  for (const { id, presentId, fields } of plan.putBack) {
    const right = found.get(presentId);
    if (right && !right.editable) changes.add(id);
    for (const placed of right?.editable ? written : []) {
      const { code } = placed.property;
      if (fields.includes(code) && right?.fields.get(code)?.editable === false)
        under(fixed, placed, gatherRecords).add(id);
    }
  }
  for (const { id } of plan.remove) if (found.get(id)?.deletable === false) removals.add(id);
  // New records are nobody's yet: what holds for a record that is there is taken to hold for them.
  const sample = [...found.values()].find(({ editable }) => editable);
  for (const placed of plan.add.length > 0 && sample ? written : []) {
    if (sample?.fields.get(placed.property.code)?.editable !== false) continue;
    const records = under(fixed, placed, gatherRecords);
    for (const id of plan.add) records.add(id);
  }
  const records = ([right, gathered]: ["putBack" | "remove", Gathered]): Obstacle[] =>
    gathered.ids.length === 0
      ? []
      : [
          {
            ...{ code: "RECORD_RIGHT", weight: "asks", right, records: gathered.concerned() },
            ways: [gathered.leaveOut(), { way: "leave-mode", mode: right }],
          },
        ];
  return [
    ...records(["putBack", changes]),
    ...records(["remove", removals]),
    ...[...hidden].map((placed) => hiddenField(placed, plan)),
    ...[...fixed].flatMap(([placed, gathered]): Obstacle[] =>
      hidden.has(placed)
        ? []
        : [
            {
              ...{ code: "FIELD_NOT_EDITABLE", weight: "asks", ...namedField(placed), records: gathered.concerned() },
              ways: [{ way: "leave-out-field", field: placed.property.code }, gathered.leaveOut()],
            },
          ],
    ),
  ];
}

/** Of records that are there it is not even compared; new ones would be refused with it. */
function hiddenField(placed: PlacedProperty, { add }: RestorePlan): Obstacle {
  const ways = [{ way: "leave-out-field", field: placed.property.code } as const];
  return { code: "FIELD_HIDDEN", weight: add.length > 0 ? "asks" : "told", ...namedField(placed), ways };
}
