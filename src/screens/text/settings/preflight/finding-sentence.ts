import type { NamedField, TargetFinding } from "../../../../backup/preflight/finding";
import type { SettingName } from "../../../../domain/source";
import { harmless } from "../../harmless";
import { describeProblem } from "../../run/problem-sentence";
import { settingNames } from "../../setting-names";
import type { AdminMessages } from "../language";

/** What was found of a target, what it means and what to do. */
export function findingSentence(finding: TargetFinding, messages: AdminMessages): string {
  const { finding: text, list } = messages.settings.preflight;
  const problem = "error" in finding ? describeProblem(messages, finding) : "";
  const sentence: (names: string, problem: string) => string = text[finding.kind];
  return harmless(sentence(list(namesIn(finding, messages)), problem));
}

function namesIn(finding: TargetFinding, messages: AdminMessages): string[] {
  const text = messages.settings.preflight;
  if ("fields" in finding) return finding.fields.map(({ label, code }: NamedField) => text.field(label, code));
  if ("settings" in finding) return finding.settings.map((name) => settingName(name, messages.locale));
  if ("parts" in finding) return finding.parts.map((part) => text.part[part]);
  if ("plugins" in finding) return [...finding.plugins];
  return "codes" in finding ? [...finding.codes] : [];
}

function settingName(name: SettingName, locale: string): string {
  const inLanguages: Readonly<Record<string, Readonly<Record<SettingName, string>>>> = settingNames;
  return (inLanguages[locale] ?? settingNames.en)[name];
}
