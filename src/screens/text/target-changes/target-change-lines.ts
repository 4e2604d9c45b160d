import { INCLUDED } from "../../../history/app-definition/fields";
import type { DefiningField } from "../../../history/app-definition/target-rights";
import { labelsIn } from "../../../history/app-definition/labels-in";
import type { TargetChange } from "../../../history/changes/target-changes";
import { targetChangeMessagesFor } from "./language";
import type { TargetChangeMessages } from "./messages";

/** What became of targets: a line for each, and one for each of its fields that changed. */
export function targetChangeLines(changes: readonly TargetChange[], language: string): string[] {
  const texts = targetChangeMessagesFor(language);
  const { fields } = labelsIn(language);
  return changes.flatMap(({ kind, appId, appName, differences }) => [
    texts[kind](texts.app(appName, appId)),
    ...differences.map(({ field, before, after }) =>
      texts.difference(fields[field], written(field, before, texts), written(field, after, texts)),
    ),
  ]);
}

function written(field: DefiningField, value: string, texts: TargetChangeMessages): string {
  if (value === "") return texts.nothing;
  if (field === "target_enabled") return texts.enabled;
  const members = value.split("\n");
  if (field !== "target_include") return members.join(texts.separator);
  return INCLUDED.filter((word) => members.includes(word))
    .map((word) => texts.included[word])
    .join(texts.separator);
}
