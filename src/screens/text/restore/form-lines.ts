import type { FormDifference } from "../../../restore/compare/form-differences";
import { harmlessLine } from "../harmless";
import type { FormSentences, RestoreMessages } from "./messages";

/** How a field is another now, and what that means for putting values back. */
export function describeFormDifference({ form }: RestoreMessages, difference: FormDifference): string {
  const say = form.difference[difference.kind] as FormSentences[FormDifference["kind"]] as (
    told: FormDifference,
  ) => string;
  return harmlessLine(say(difference));
}
