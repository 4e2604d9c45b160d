/** Which apps a target stands for that names none itself: all of a space, or all outside guest spaces that who runs the backup can see. */
export type Rule = { scope: "space" | "guest_space"; spaceId: string } | { scope: "all_apps" };

/** An app that somebody can see. */
export interface SeenApp {
  appId: string;
  /** Absent for an app outside guest spaces. */
  guestSpaceId?: string;
  name: string;
  /** Absent for an app outside spaces. */
  spaceId?: string;
}

/** The apps that a rule stands for now, without the backup-management app. Rejects with a `BackupError`; an empty list is no error. */
export type AppsOfRule = (rule: Rule) => Promise<SeenApp[]>;

/** `space/5`, `guest_space/7`, `all_apps`: as results keep by which rule an app was backed up. */
export function ruleName(rule: Rule): string {
  return "spaceId" in rule ? `${rule.scope}/${rule.spaceId}` : rule.scope;
}

/** `undefined` for what is no name of a rule. */
export function ruleNamed(name: string): Rule | undefined {
  if (name === "all_apps") return { scope: "all_apps" };
  const [, scope, spaceId] = /^(space|guest_space)\/([1-9]\d*)$/.exec(name) ?? [];
  return spaceId === undefined ? undefined : { scope: scope as "space" | "guest_space", spaceId };
}

/** A rule with what is kept from it. */
export interface BoundedRule {
  rule: Rule;
  /** Ids of apps that it leaves out. */
  exceptions: readonly string[];
}

/**
 * Which of the rules decides about an app; `undefined` when none speaks of it. The rule for a space decides about all that is in it, also
 * about what it leaves out: a rule for every app takes nothing of that in again. Of two that are alike, the first decides.
 */
export function ruleOver<One extends BoundedRule>(
  rules: readonly One[],
  { guestSpaceId, spaceId }: Pick<SeenApp, "guestSpaceId" | "spaceId">,
): One | undefined {
  if (guestSpaceId !== undefined) return rules.find(({ rule }) => isOf(rule, "guest_space", guestSpaceId));
  const ofSpace = spaceId === undefined ? undefined : rules.find(({ rule }) => isOf(rule, "space", spaceId));
  return ofSpace ?? rules.find(({ rule }) => rule.scope === "all_apps");
}

function isOf(rule: Rule, scope: Rule["scope"], spaceId: string): boolean {
  return rule.scope === scope && "spaceId" in rule && rule.spaceId === spaceId;
}
