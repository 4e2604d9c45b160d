import type { ProblemFacts, ProblemReason } from "../../../settings/problem";
import type { SettingName } from "../../../settings/settings";
import type { PreparationMessages } from "./preparation/messages";
import type { TargetsMessages } from "./targets-messages";

/** The texts of the plugin's settings screen. */
export interface SettingsMessages {
  title: string;
  introduction: string;
  stepsTitle: string;
  steps: readonly string[];
  form: string;
  label: Record<SettingName, string>;
  hint: Record<SettingName, (limits: ProblemFacts) => string>;
  reason: Record<ProblemReason, (facts: ProblemFacts) => string>;
  unreadable: string;
  unreadableField: (field: string, reason: string) => string;
  correct: (count: number) => string;
  save: string;
  cancel: string;
  preparation: PreparationMessages;
  targets: TargetsMessages;
}
