import { type Rule, ruleName, ruleNamed } from "../../domain/rule";
import type { ToldResult, ToldRun } from "./told-run";

/** A run in which a rule stood for other apps than in its run before. */
export interface RuleChange {
  rule: Rule;
  change: "new" | "gone";
  /** Never empty. */
  apps: ToldResult[];
  run: ToldRun;
}

/**
 * What rules found for the first time, and what they stood for no more. What is backed up otherwise before or after is neither; what is
 * found in the first run of a rule is no change.
 *
 * @param runs by ascending `$id`
 */
export function ruleChanges(runs: readonly ToldRun[]): RuleChange[] {
  const before = new Map<string, ToldRun>();
  return runs.flatMap((run) => {
    // One that was broken off tells of some of its apps only.
    if (run.status === "interrupted" || run.status === "running") return [];
    const names = new Set(run.results.flatMap(({ rule }) => (rule ? [ruleName(rule)] : [])));
    return [...names].flatMap((name): RuleChange[] => {
      const isOf = ({ rule }: ToldResult) => rule !== undefined && ruleName(rule) === name;
      const [last, results, rule] = [before.get(name), run.results.filter(isOf), ruleNamed(name)];
      before.set(name, run);
      if (!last || !rule) return [];
      const gone = last.results.filter(isOf).filter(isMissingIn(run));
      const changes = [
        { rule, run, change: "new" as const, apps: results.filter(isMissingIn(last)) },
        { rule, run, change: "gone" as const, apps: gone },
      ];
      return changes.filter(({ apps }) => apps.length > 0);
    });
  });
}

function isMissingIn({ results }: ToldRun): (result: ToldResult) => boolean {
  const keys = new Set(results.map(({ key }) => key));
  return ({ key }) => !keys.has(key);
}
