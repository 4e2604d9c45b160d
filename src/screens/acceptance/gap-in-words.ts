import type { AcceptanceMessages } from "../text/acceptance/messages";
import { settingNameIn, settingNames } from "../text/setting-names";

export interface WordsOfGaps {
  locale: string;
  acceptance: AcceptanceMessages;
}

/** A lasting name (`domain/accepted-gap.ts`) for people; one that this version does not know stays what it is. */
export function gapInWords(gap: string, { locale, acceptance }: WordsOfGaps): string {
  const [kind, ...rest] = gap.split("/");
  const { setting, field, hiddenRecords } = acceptance;
  if (kind === "settings") return setting(settingNameIn(locale as keyof typeof settingNames, rest.join("/")));
  if (kind === "field") return field(rest.join("/"));
  const hidden = rest[0];
  return kind === "hidden-records" && (hidden === "rules" || hidden === "unknown") ? hiddenRecords[hidden] : gap;
}
