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
}

/** What a restore would do. Held in memory: ids, no values. */
export interface RestorePlan {
  /** The archive's ids, ascending. */
  add: readonly string[];
  /** In the order of the archive's ids. */
  putBack: readonly PlannedChange[];
}

/** Makes the plan while a comparison goes on. */
export function createPlanning({ addMissing, putBack, ids, fields }: RestoreChoices) {
  const chosen = ids && new Set(ids);
  const ofFields = fields && new Set(fields);
  const [toAdd, toChange]: [string[], PlannedChange[]] = [[], []];
  return {
    take(finding: RecordFinding): void {
      if (chosen && !chosen.has(finding.id)) return;
      if (finding.kind === "missing" && addMissing) toAdd.push(finding.id);
      if (finding.kind !== "differs" || !putBack) return;
      const written = finding.fields.filter(({ field, role }) => role === "written" && (ofFields?.has(field) ?? true));
      if (written.length === 0) return;
      const { id, present } = finding;
      toChange.push({
        id,
        presentId: present.id,
        revision: present.revision,
        fields: written.map(({ field }) => field),
      });
    },
    plan: (): RestorePlan => ({ add: toAdd, putBack: toChange }),
  };
}
