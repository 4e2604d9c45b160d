import { BackupError } from "../../domain/errors";
import { notUnderstoodIn } from "../../domain/settings/known-settings";
import type { Language, SettingName } from "../../domain/source";
import type { TargetLedger } from "../targets/target-ledger";
import { settingPath } from "./setting-path";

/** Of one setting: who reads more looks into the manifest. */
const PARTS_TOLD = 10;

/**
 * Books what of a setting's answer could not be followed: a gap for each part, and one problem for all. The answer itself is in
 * the archive as it came; what such a part stands for, a script for example, is not. In a language there are names, and nothing
 * to follow: it is enough that the answer is one.
 */
export function tellNotUnderstood(name: SettingName, answer: unknown, ledger: TargetLedger, language?: Language): void {
  const parts = notUnderstoodIn(name, answer).filter((part) => language === undefined || part === "$");
  if (parts.length === 0) return;
  const path = `${ledger.folder}/${settingPath(name, language)}`;
  for (const part of parts) {
    ledger.missing({ code: "FAILED", what: "setting-part", text: `Not understood: ${part}`, path });
  }
  const facts = { settings: [name], parts: parts.slice(0, PARTS_TOLD) };
  const message = `Not understood in ${name}: ${facts.parts.join(", ")}`;
  ledger.problem("settings", new BackupError("SETTING_NOT_UNDERSTOOD", message, { facts }));
}
