import type { Obstacle } from "../../../../restore/preflight/obstacle";
import type { Way } from "../../../../restore/preflight/way";
import { harmlessLine } from "../../harmless";
import { describeProblem } from "../../run/problem-sentence";
import { describeConditionProblem } from "../condition/condition-problem";
import type { PreflightMessages } from "./language";
import type { ObstacleWords } from "./messages";

/** What stands in the way of a restore, in one to three sentences. */
export function describeObstacle(messages: PreflightMessages, obstacle: Obstacle): string {
  const { preflight } = messages;
  const error = "error" in obstacle ? obstacle.error : undefined;
  const problems = obstacle.code === "CONDITION" ? obstacle.problems : [];
  const say = preflight.obstacle[obstacle.code] as (found: Obstacle, words: ObstacleWords) => string;
  return harmlessLine(
    say(obstacle, {
      problem: error ? describeProblem(messages, { error }) : "",
      problems: problems.map((problem) => describeConditionProblem(preflight.condition, problem)),
    }),
  );
}

/** What can be done about it: the name of a button, or of a choice. */
export function describeWay({ preflight }: PreflightMessages, way: Way): string {
  const say = preflight.way[way.way] as (way: Way) => string;
  return harmlessLine(say(way));
}
