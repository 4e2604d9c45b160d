import type { BackupError } from "../../../../domain/errors";
import type { SettingDifference } from "../../../../settings/difference";
import type { SettingName } from "../../../../settings/settings";
import { describeProblem } from "../../run/problem-sentence";
import type { AdminMessages } from "../language";

/** What the form calls each setting. */
export function settingLabels({ settings }: AdminMessages): Record<SettingName, string> {
  const { incremental, pluginsAndSpaces, people } = settings.switch;
  return {
    ...settings.label,
    ...{ incremental: incremental.label, pluginsAndSpaces: pluginsAndSpaces.label, people: people.label },
  };
}

/** What changed, a line for each setting. */
export function changeLines(differences: readonly SettingDifference[], messages: AdminMessages): string[] {
  const { changes } = messages.settings;
  const labels = settingLabels(messages);
  const written = (value: SettingDifference["after"]) => {
    if (typeof value === "boolean") return value ? changes.on : changes.off;
    return typeof value === "number" ? messages.quantities.number(value) : value || changes.nothing;
  };
  return differences.map(({ name, before, after }) =>
    changes.change(labels[name], before === undefined ? undefined : written(before), written(after)),
  );
}

/** Why a change could not be recorded, and what to do. */
export function recordingProblem(error: BackupError, messages: AdminMessages): string {
  const text = messages.settings.changes.notRecorded;
  const withCode = (sentence: string) => (error.answer?.code ? `${sentence} (${error.answer.code})` : sentence);
  if (error.code === "NO_PERMISSION") return withCode(text.noRight);
  // Of what is asked here, kintone refuses only fields and options that it does not know.
  if (error.code === "REFUSED" || error.code === "QUERY_REFUSED") return withCode(text.notPrepared);
  return describeProblem(messages, { error });
}
