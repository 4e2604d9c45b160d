import type { FieldToAdd, WhyNotAdded } from "../../../restore/settings/added-field/field-to-add";

/** A field that an app gets back from an archive, in words. */
export interface AddedFieldTexts {
  /** What would be done. */
  would: (field: Pick<FieldToAdd, "app" | "code" | "label">, type: string) => string;
  /** It may not be empty: records that are there are. */
  required: string;
  adding: string;
  added: (field: Pick<FieldToAdd, "app" | "code" | "label">) => string;
  /** kintone's sentence may follow. */
  refused: string;
  undecided: string;
  unrecorded: string;
  whyNot: { [Reason in WhyNotAdded["reason"]]: (why: Extract<WhyNotAdded, { reason: Reason }>) => string };
  /** Only the history says so. */
  change: (field: Pick<FieldToAdd, "app" | "code" | "label">, runId: string) => string[];
  screen: {
    offer: (code: string) => string;
    looking: string;
    doIt: (app: string, code: string) => string;
    cancel: string;
  };
}
