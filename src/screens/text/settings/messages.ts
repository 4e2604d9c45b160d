import type { ProblemFacts, ProblemReason } from "../../../settings/problem";
import type { ProbeMessages } from "../probe/messages";
import type { SwitchName, WrittenSettingName } from "../../../settings/settings";
import type { AddingMessages } from "./adding/messages";
import type { ChangesMessages } from "./changes/messages";
import type { EstimatesMessages } from "./estimates/messages";
import type { PreflightMessages } from "./preflight/messages";
import type { PreparationMessages } from "./preparation/messages";
import type { TargetsMessages } from "./targets/messages";

/** The texts of the plugin's settings screen. */
export interface SettingsMessages extends SettingsTexts {
  preparation: PreparationMessages;
  changes: ChangesMessages;
  preflight: PreflightMessages;
  adding: AddingMessages;
  estimates: EstimatesMessages;
  environment: ProbeMessages;
}

/** Those that belong to no section of their own. */
export interface SettingsTexts {
  title: string;
  introduction: string;
  stepsTitle: string;
  steps: readonly string[];
  form: string;
  label: Record<WrittenSettingName, string>;
  hint: Record<WrittenSettingName, (limits: ProblemFacts) => string>;
  /** What is on or off. */
  switch: Record<SwitchName, { label: string; hint: string }>;
  reason: Record<ProblemReason, (facts: ProblemFacts) => string>;
  unreadable: string;
  unreadableField: (field: string, reason: string) => string;
  correct: (count: number) => string;
  save: string;
  cancel: string;
  targets: TargetsMessages;
}
