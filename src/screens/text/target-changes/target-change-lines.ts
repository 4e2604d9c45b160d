import { INCLUDED } from "../../../history/app-definition/fields";
import { targetLabels } from "../../../history/app-definition/target-labels";
import type { RecordedField, TargetChange } from "../../../history/changes/target-changes";
import { pageMessagesFor } from "../page/language";
import { textsIn } from "../texts-in";
import { targetChangeMessagesFor } from "./language";

/** What became of targets: a line for each, and one for each of its fields that changed. */
export function targetChangeLines(changes: readonly TargetChange[], language: string): string[] {
  const texts = targetChangeMessagesFor(language);
  const fields = textsIn(language, targetLabels);
  const { words } = pageMessagesFor(language);
  const written = (field: RecordedField, value: string): string => {
    if (value === "") return texts.nothing;
    if (field === "record_type") return wordOf(words.record_type, value);
    if (field === "target_scope") return wordOf(words.target_scope, value);
    if (field === "target_enabled") return words.target_enabled.enabled;
    const members = value.split("\n");
    if (field !== "target_include") return members.join(texts.separator);
    return INCLUDED.filter((code) => members.includes(code))
      .map((code) => words.target_include[code])
      .join(texts.separator);
  };
  return changes.flatMap(({ kind, appId, appName, differences }) => [
    texts[kind](appName && !appId ? appName : texts.app(appName, appId)),
    ...differences.map(({ field, before, after }) =>
      texts.difference(fields[field], written(field, before), written(field, after)),
    ),
  ]);
}

const wordOf = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;
