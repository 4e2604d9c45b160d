import type { RecordVersion } from "../../domain/record-copies";
import type { RecordFinding } from "../compare/comparison";
import type { RestoreChoices } from "./restore-choices";

/** A record that is to get the archive's values. */
export interface PlannedChange {
  /** The archive's. */
  id: string;
  /** Its id in the app, and the revision that was compared: with another one it is left alone. */
  presentId: string;
  revision: string;
  /** Codes of the fields that are written, a table as a whole. */
  fields: readonly string[];
  /** Those of them whose files have other bytes under the same names: none of these files is kept. */
  anew?: readonly string[];
}

/** What a restore would do. Held in memory: ids, no values. */
export interface RestorePlan {
  /** The archive's ids, ascending. */
  add: readonly string[];
  /** In the order of the archive's ids. */
  putBack: readonly PlannedChange[];
  /** Deleted at these revisions, after everything else. */
  remove: readonly RecordVersion[];
}

/**
 * Makes the plan while a comparison goes on.
 *
 * @param chosen the records that the selection means (`chosenRecords`), where it means some only
 */
export function createPlanning(
  { addMissing, putBack, remove, selection, fields, leftOutRecords }: RestoreChoices,
  chosen: ReadonlySet<string> | undefined = selection?.ids && new Set(selection.ids),
) {
  if (!chosen && (selection?.condition !== undefined || selection?.changed)) {
    throw new RangeError("Which records the selection means has to be found out before");
  }
  const leftOut = new Set(leftOutRecords);
  const ofFields = fields && new Set(fields);
  const [toAdd, toChange, toRemove]: [string[], PlannedChange[], RecordVersion[]] = [[], [], []];
  const isRemoved = { surplus: remove !== undefined, newer: remove === "surplus-and-newer" };
  return {
    take(finding: RecordFinding): void {
      if ((chosen && !chosen.has(finding.id)) || leftOut.has(finding.id)) return;
      if (finding.kind === "missing" && addMissing) toAdd.push(finding.id);
      if ((finding.kind === "surplus" || finding.kind === "newer") && !selection?.onlyDeleted) {
        if (isRemoved[finding.kind]) toRemove.push({ id: finding.id, revision: finding.revision });
      }
      if (finding.kind !== "differs" || !putBack || selection?.onlyDeleted) return;
      const written = finding.fields.filter(({ field, role }) => role === "written" && (ofFields?.has(field) ?? true));
      if (written.length === 0) return;
      const { id, present } = finding;
      const anew = written.flatMap(({ field, ofBytes }) => (ofBytes ? [field] : []));
      toChange.push({
        id,
        presentId: present.id,
        revision: present.revision,
        fields: [...new Set(written.map(({ field }) => field))],
        ...(anew.length > 0 && { anew }),
      });
    },
    plan: (): RestorePlan => ({ add: toAdd, putBack: toChange, remove: toRemove }),
  };
}
