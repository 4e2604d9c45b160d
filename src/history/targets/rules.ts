import { BackupError, endsTheRun, toBackupError } from "../../domain/errors";
import { plainError } from "../../domain/plain-error";
import { type AppsOfRule, type BoundedRule, type Rule, type SeenApp, ruleOver } from "../../domain/rule";
import type { AppRef, Target } from "../../domain/target";
import { acceptedOfApp } from "./gaps-of-app";
import type { ListedTarget } from "./target-record";

/** The enabled targets, with an app each. */
export interface WorkedOut {
  /** In order of their records; those of a rule as kintone lists its apps. */
  targets: Target[];
  /** `$id` of rules that leave nothing to be backed up by them: every app that they find is a target of its own, or left out. */
  idle: string[];
}

interface EnabledRule extends BoundedRule {
  target: Target;
}

/**
 * Which apps the enabled targets stand for. An app that a target names is that target's, be it enabled or not: whoever switched it off does
 * not want it backed up by a rule. A rule whose apps cannot be known becomes a target without an app, which says why.
 *
 * @param all targets, by ascending `$id`
 * @param appsOf absent where nobody can list apps
 */
export async function workOut(all: readonly ListedTarget[], appsOf: AppsOfRule | undefined): Promise<WorkedOut> {
  const enabled = all.filter((one) => one.enabled).map(({ target }) => target);
  const rules = enabled.flatMap((target): EnabledRule[] =>
    target.rule ? [{ rule: target.rule, exceptions: target.exceptions ?? [], target }] : [],
  );
  const listed = new Map<string, SeenApp[] | BackupError>();
  await Promise.all(rules.map(async ({ rule, target }) => listed.set(target.recordId, await listApps(rule, appsOf))));

  const taken = new Set(all.map(({ target }) => target.appId).filter((appId) => appId !== ""));
  const named = new Set<string>();
  const idle: string[] = [];
  const targets = enabled.flatMap((target): Target[] => {
    const one = rules.find((rule) => rule.target.recordId === target.recordId);
    if (!one) {
      // The form's unique field prevents it; without it, the second would write into the folder of the first.
      const again = target.appId !== "" && named.has(target.appId);
      named.add(target.appId);
      return [again ? { ...target, appId: "" } : target];
    }
    const apps = listed.get(target.recordId);
    if (!apps || apps instanceof BackupError) return [withImpediment(target, apps)];
    const left = apps.filter((app) => ruleOver(rules, app) === one && !one.exceptions.includes(app.appId));
    const own = left.filter(({ appId }) => !taken.has(appId) && taken.add(appId));
    if (own.length === 0) idle.push(target.recordId);
    return own.map((app) => targetByRule(target, { ...app, appName: app.name }));
  });
  return { targets, idle };
}

/** Resolves to why they cannot be listed. Rejects only with what ends a run. */
async function listApps(rule: Rule, appsOf: AppsOfRule | undefined): Promise<SeenApp[] | BackupError> {
  if (!appsOf) return new BackupError("RULE_NOT_LISTED", "Nobody can list apps here", { facts: { rule } });
  try {
    const apps = await appsOf(rule);
    // Its space may be gone, or closed to the user: kintone's answer to that is documented nowhere.
    return apps.length > 0 ? apps : new BackupError("RULE_EMPTY", "kintone lists no app", { facts: { rule } });
  } catch (thrown) {
    const error = toBackupError(thrown);
    if (endsTheRun(error)) throw error;
    return notListed(rule, error);
  }
}

function notListed(rule: Rule, cause: BackupError): BackupError {
  const { answer, retryable, code } = cause;
  const ofToken = cause.facts.ofToken ?? code === "TOKEN_REFUSED";
  // Where kintone says why, its own words do.
  const facts = { rule, ...(ofToken && { ofToken }), ...(!answer && { reason: code }) };
  return new BackupError("RULE_NOT_LISTED", cause.message, { cause, retryable, facts, ...(answer && { answer }) });
}

function withImpediment(target: Target, error: BackupError | undefined): Target {
  return error ? { ...target, impediment: plainError(error) } : target;
}

/** One app of a rule, with what the record of the rule says of all of them, and of this one. */
export function targetByRule(
  { exceptions: _exceptions, ...rule }: Target,
  { appId, guestSpaceId, appName }: AppRef & { appName: string },
): Target {
  return {
    ...rule,
    ...{ appId, appName, acceptedGaps: acceptedOfApp(appId, rule.acceptedGaps) },
    ...(guestSpaceId && { guestSpaceId }),
  };
}
