import { toBackupError } from "../../../../domain/errors";
import type { Plan, PlanItem } from "../../../../history/preparation/plan";
import type { Messages } from "../../run/messages";
import { describeProblem } from "../../run/problem-sentence";
import type { PreparationMessages } from "./messages";

/** What will be done, in one sentence, and to what in particular. */
export interface PlanGroup {
  sentence: string;
  names: readonly string[];
}

/** A plan in words: one group for each kind of change, in the order in which they are made. */
export function planGroups({ items }: Plan, text: PreparationMessages): PlanGroup[] {
  const group = (sentence: (count: number) => string, ...kinds: Array<PlanItem["kind"]>): PlanGroup[] => {
    const names = items.filter(({ kind }) => kinds.includes(kind)).map((item) => nameOf(item, text));
    return names.length > 0 ? [{ sentence: sentence(names.length), names }] : [];
  };
  return [
    ...group(text.group.fields, "field"),
    ...group(text.group.options, "options"),
    ...group(text.group.unique, "unique"),
    ...group(text.group.views, "view"),
    ...group(text.group.notifications, "notification", "reminder"),
    ...group(text.group.recordRules, "record-rule"),
    ...group(text.group.fieldRights, "field-right"),
  ];
}

function nameOf(item: PlanItem, text: PreparationMessages): string {
  switch (item.kind) {
    case "field":
      return item.table === undefined
        ? text.field(item.label, item.code)
        : text.column(item.label, item.code, item.table);
    case "options":
      return text.options(item.label, item.options);
    case "unique":
    case "field-right":
      return text.field(item.label, item.code);
    case "view":
      return item.name;
    case "notification":
    case "reminder":
      return text.notification[item.key];
    case "record-rule":
      return text.recordRule[item.key];
  }
}

/** Why the settings could not be read or changed; ends with kintone's code. */
export function preparationProblem(thrown: unknown, text: PreparationMessages, messages: Messages): string {
  const error = toBackupError(thrown);
  const code = error.answer?.code;
  const sentence = (words: string) => (code === undefined ? words : `${words} (${code})`);
  if (code === "GAIA_CO03") return sentence(text.changedMeanwhile);
  if (code === "GAIA_AP15") return sentence(text.beingUpdated);
  if (error.code === "NO_PERMISSION") return sentence(text.noRight);
  return describeProblem(messages, { error });
}
