import { NOTHING_DECIDED, type RestoreChoices } from "../../plan/restore-choices";
import type { LookupLink } from "./lookup-links";
import type { SetApp } from "./set-app";
import type { RestorePass } from "./set-journal";

/**
 * First all records are added, without the keys of lookups whose records are not there yet, and what these fill; then the keys are put into those that have some.
 *
 * @param later the lookups of this app that have to wait
 */
export function choicesOfPass(pass: RestorePass, { decided }: SetApp, later: readonly LookupLink[]): RestoreChoices {
  const choices = { ...NOTHING_DECIDED, ...decided };
  if (pass === "keys") {
    const fields = [...new Set(later.map(({ field, table }) => table ?? field))];
    return { ...choices, addMissing: false, putBack: true, fields };
  }
  const waiting = later.flatMap(({ field, copies }) => [field, ...copies]);
  return {
    ...choices,
    ...{ addMissing: true, putBack: false, leftOutFields: [...new Set([...choices.leftOutFields, ...waiting])] },
  };
}
