import type { RecordStore } from "../../domain/record-store";
import { DEFINING_FIELDS, type DefiningField } from "../app-definition/target-rights";
import { type RecordedChange, recordChange } from "./settings-changes";

/** Changes nothing of what is backed up (`app-definition/conditions.ts`); but somebody meant it. */
const TYPE = "record_type";
export type RecordedField = DefiningField | typeof TYPE;

/** Another backup of an app is asked for than before. */
export interface TargetChange {
  kind: "added" | "changed" | "removed";
  appId: string;
  appName: string;
  /** Values as one text each: members of a list in lines of their own. */
  differences: ReadonlyArray<{ field: RecordedField; before: string; after: string }>;
}

/** Cells of a record, as kintone gives them to pages and takes them from us. */
type Cells = Readonly<Record<string, { value?: unknown } | undefined>>;

/**
 * What became of a target between two states of a record; `undefined` when nothing did that defines one. A record that has an
 * app, or is a rule, is a target, whatever type it is given.
 */
export function targetChange(before: Cells | undefined, after: Cells | undefined): TargetChange | undefined {
  const [was, is] = [before, after].map((cells) =>
    cells && (text(cells, TYPE) === "target" || text(cells, "target_app_id") !== "" || isRule(cells))
      ? cells
      : undefined,
  );
  const known = is ?? was;
  if (!known) return undefined;
  const fields: readonly RecordedField[] = was && is ? [...DEFINING_FIELDS, TYPE] : DEFINING_FIELDS;
  const differences = fields
    .map((field) => ({
      field,
      before: was ? text(was, field) : "",
      after: is ? text(is, field) : "",
    }))
    .filter((difference) => difference.before !== difference.after);
  if (was && is && differences.length === 0) return undefined;
  const appId = text(known, "target_app_id") || (was ? text(was, "target_app_id") : "");
  return { kind: kindOf(was, is), appId, appName: text(known, "target_app_name"), differences };
}

const isRule = (cells: Cells) => text(cells, "target_scope") !== "";

function kindOf(was: Cells | undefined, is: Cells | undefined): TargetChange["kind"] {
  if (was && is) return "changed";
  return is ? "added" : "removed";
}

/** The order of chosen options is no choice of anybody's. */
function text(cells: Cells, code: string): string {
  const value = cells[code]?.value ?? "";
  // So it is in records from before there was another.
  if (code === "target_scope" && value === "app") return "";
  return Array.isArray(value) ? [...(value as string[])].sort().join("\n") : String(value).trim();
}

/** So many in one record that kintone takes it. */
const IN_ONE_RECORD = 50;

/**
 * Writes changes of targets as records of their own, as changes of settings are. Rejects with a `BackupError` when it cannot
 * be known that all of them are recorded.
 *
 * @param describe says in the user's language what changed, in lines
 */
export async function recordTargetChanges(
  store: RecordStore,
  changes: readonly TargetChange[],
  {
    describe,
    newId,
    ...known
  }: Pick<RecordedChange, "at" | "by" | "pluginVersion"> & {
    describe: (changes: readonly TargetChange[]) => string[];
    newId: () => string;
  },
): Promise<void> {
  for (let start = 0; start < changes.length; start += IN_ONE_RECORD) {
    const some = changes.slice(start, start + IN_ONE_RECORD);
    await recordChange(store, {
      ...known,
      id: newId(),
      what: describe(some),
      settings: JSON.stringify({ targets: some }, undefined, 2),
    });
  }
}
