import type { Target } from "../../domain/target";
import type { RunContext } from "../run-context";
import type { HeldBack } from "./in-turn";

/**
 * From now on, nothing is asked of an app beyond its budget: what is left waits for kintone's next day, which the log, the progress and the
 * history hear of. Whoever chose to go on goes on.
 */
export function keepToBudget(
  targets: readonly Target[],
  { keepToBudget: keep, budget, log, memory, progress }: RunContext,
): HeldBack<Target> {
  const logged = new Set<string>();
  let apps: ReadonlySet<string> = new Set();
  let wake: () => void = () => undefined;
  if (budget.overBudget !== "go-on") {
    keep?.(budget, ({ apps: usedUp, until }) => {
      apps = new Set(usedUp);
      const held = targets.filter(({ appId }) => apps.has(appId));
      for (const target of held) {
        const once = `${target.recordId} ${until.toISOString()}`;
        if (!logged.has(once)) log.add({ kind: "held-back", target, until, perAppAndDay: budget.perAppAndDay });
        logged.add(once);
      }
      progress.heldBack(held, { until, survives: memory.keeps });
      wake();
    });
  }
  return {
    has: ({ appId }) => apps.has(appId),
    watch(told) {
      wake = told;
    },
  };
}
