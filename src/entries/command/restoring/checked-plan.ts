import { RESTORE_EXIT } from "../../../command/exit";
import type { Done } from "../../../command/checked";
import type { Confirmation } from "../../../command/host";
import type { Confirmed } from "../../../restore/plan/restore-choices";
import type { RestorePlan } from "../../../restore/plan/restore-plan";
import { checkRestore } from "../../../restore/preflight/check-restore";
import { isInTheWay, type Obstacle } from "../../../restore/preflight/obstacle";
import type { Way } from "../../../restore/preflight/way";
import { type PlanningOrder, planRestore } from "../../../restore/plan-restore";
import { describeObstacle, describeWay } from "../../../screens/text/restore/preflight/obstacle-sentence";
import type { RestoreCommandMessages } from "../../../screens/text/restored/command/language";
import type { RestoreAccess } from "../../wiring/restoring";
import type { RestoreCall } from "./restore-call";
import type { RestoreInHand } from "./restore-in-hand";
import { quoted } from "./undo-command";

/** A plan, and what was found out about it before anything is written. */
export interface CheckedPlan {
  plan: RestorePlan;
  isInTheWay: boolean;
  /** What stands in the way, with what can be done about it, or else what is good to know. */
  lines: readonly string[];
}

/** Compares, plans, and looks for everything that could make the restore end badly. Writes nothing. */
export async function checkedPlan(
  { found, sound }: RestoreInHand,
  order: PlanningOrder,
  { messages, saying, signal }: RestoreCall,
  access: RestoreAccess,
): Promise<CheckedPlan> {
  const { restored, run, quantities } = messages;
  const amount = (value: number) => quantities.number(value);
  const said = [restored.phase.comparing, found.name];
  const { plan, comparison } = await planRestore(order, {
    ...{ source: access.source, signal, requestsAllowed: access.requestsAllowed, requestsLeft: access.requestsLeft },
    report: ({ done, total }) => saying("comparing", [...said, run.amount(amount(done), amount(total))].join(" | ")),
  });
  saying("checking", [restored.checking, found.name].join(" | "));
  const { runId } = sound.archive;
  const day = await access.requestsLeft(order.app.appId);
  const obstacles = await checkRestore(
    { ...order, archive: { runId, digest: sound.digest }, appName: found.name, plan, comparison },
    { ...access, ...(day && { day }) },
  );
  const stands = isInTheWay(obstacles);
  const shown = obstacles.filter(({ weight }) => (weight === "told") !== stands);
  return { plan, isInTheWay: stands, lines: shown.flatMap((obstacle) => linesOf(obstacle, messages)) };
}

/** Where nothing is written: as something stands in the way, or as it was not to be. */
export function toldObstacles(
  { plan, isInTheWay: stands, lines }: CheckedPlan,
  heading: readonly string[],
  { messages }: RestoreCall,
): Done {
  const { restored } = messages;
  const numbers = { add: plan.add.length, putBack: plan.putBack.length, remove: plan.remove.length };
  const listed = lines.map((line) => `  ${line}`);
  const about = [...heading, restored.planned(numbers)].map((line) => `  ${line}`);
  if (!stands) {
    return { code: RESTORE_EXIT.asPlanned, report: text([restored.choice.dryRun, ...about, ...listed]) };
  }
  return { code: RESTORE_EXIT.nothingWritten, told: text([restored.refused.inTheWay, ...listed, ...about]) };
}

function linesOf(obstacle: Obstacle, messages: RestoreCommandMessages): string[] {
  const ways = obstacle.ways.map((way) => `    > ${describeWay(messages, way)}: ${optionOf(way, messages)}`);
  return [`- ${describeObstacle(messages, obstacle)}`, ...ways];
}

const CONFIRMATION: Record<Exclude<keyof Confirmed, "removals">, Confirmation> = {
  ...{ archiveNotTold: "unknown-archive", untold: "untold-restores", large: "large", overBudget: "requests" },
};

/** How the command line says it. */
function optionOf(way: Way, { restored }: RestoreCommandMessages): string {
  switch (way.way) {
    case "confirm":
      return `--confirm ${CONFIRMATION[way.what]}`;
    case "confirm-removals":
      return `--expect-deletions ${way.records} --app-name ${quoted(way.appName)}`;
    case "leave-mode":
      return restored.refused.leaveMode;
    default:
      return restored.refused.byPlan;
  }
}

const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;
