import type { FieldProperty, LayoutRow } from "../../../archive/records/kintone-app";
import type { AppWorkshop } from "../../../domain/app-workshop";
import { type BackupError, toBackupError } from "../../../domain/errors";
import type { FieldToAdd } from "./field-to-add";

/** What came of it. */
export type AddedField =
  | { kind: "added" }
  /** kintone refused it, and everything is as it was; `error`, where it says why. */
  | { kind: "refused"; error?: BackupError }
  /** Nobody knows how it ended: the field may wait in the settings that are not live. */
  | { kind: "undecided"; error?: BackupError };

interface Adding {
  workshop: Pick<AppWorkshop, "settings" | "deploy" | "revert" | "deployStatuses">;
  pause: (seconds: number) => Promise<void>;
}

const POLL_SECONDS = 0.5;
const LIMIT_SECONDS = 5 * 60;

/**
 * Adds the field at the end of the form, and has kintone update the app. Each change names the revision that it builds on, so nothing is made live that was not there when
 * `fieldToAdd` looked. What does not come to its end is taken back where it is certain that nothing else is taken back with it.
 */
export async function addField({ app, code, definition, revision }: FieldToAdd, adding: Adding): Promise<AddedField> {
  const { workshop } = adding;
  const desk = workshop.settings(app);
  let reached: string | undefined;
  try {
    const body = { properties: { [code]: definition } };
    reached = await desk.change({ method: "POST", setting: "app/form/fields", body }, revision);
    const { layout } = await desk.read("app/form/layout", "preview");
    if (!isPlaced(layout, code)) {
      const rows = { layout: [...layout, rowOf(definition)] };
      reached = await desk.change({ method: "PUT", setting: "app/form/layout", body: rows }, reached);
    }
    await workshop.deploy([{ app, revision: reached }]);
  } catch (thrown) {
    return tookBack(toBackupError(thrown));
  }
  const status = await endOfUpdate();
  if (await isLive()) return { kind: "added" };
  return status === "FAIL" || status === "CANCEL" ? tookBack() : { kind: "undecided" };

  /** An answer may have been lost; what is there tells. */
  async function tookBack(error?: BackupError): Promise<AddedField> {
    const why = error && { error };
    try {
      if ((await endOfUpdate()) === "SUCCESS" && (await isLive())) return { kind: "added" };
      const { properties, revision: present } = await desk.read("app/form/fields", "preview");
      if (!Object.hasOwn(properties, code)) return { kind: "refused", ...why };
      if (reached === undefined || present !== reached) return { kind: "undecided", ...why };
      await workshop.revert([{ app, revision: reached }]);
      await endOfUpdate();
      return { kind: "refused", ...why };
    } catch {
      return { kind: "undecided", ...why };
    }
  }

  async function isLive(): Promise<boolean> {
    return Object.hasOwn((await desk.read("app/form/fields", "live")).properties, code);
  }

  async function endOfUpdate() {
    for (let waited = 0; waited < LIMIT_SECONDS; waited += POLL_SECONDS) {
      const told = (await workshop.deployStatuses([app])).get(app.appId);
      if (told !== "PROCESSING") return told;
      await adding.pause(POLL_SECONDS);
    }
    return "PROCESSING";
  }
}

function isPlaced(rows: readonly LayoutRow[], code: string): boolean {
  return rows.some(
    (row) =>
      row.code === code || (row.fields ?? []).some((field) => field.code === code) || isPlaced(row.layout ?? [], code),
  );
}

function rowOf({ type, code, fields = {} }: FieldProperty): LayoutRow {
  if (type !== "SUBTABLE") return { type: "ROW", fields: [{ type, code }] };
  return { type, code, fields: Object.values(fields).map((each) => ({ type: each.type, code: each.code })) };
}
