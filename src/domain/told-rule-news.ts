import { BackupError } from "./errors";
import type { RuleNews } from "./targets";

const CODES = { new: "RULE_APPS_NEW", gone: "RULE_APPS_GONE", ended: "RULE_GONE" } as const;

/** What people are told of it, before the run and in it. */
export function toldRuleNews({ rule, kind, apps }: RuleNews): BackupError {
  return new BackupError(CODES[kind], "The apps of a rule changed", { facts: { rule, apps } });
}
