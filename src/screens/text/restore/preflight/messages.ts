import type { Obstacle, Weight } from "../../../../restore/preflight/obstacle";
import type { Way } from "../../../../restore/preflight/way";
import type { ConditionMessages } from "../condition/messages";
import type { PlanFileMessages } from "../plan-file/messages";

export type ObstacleOf<Code extends Obstacle["code"]> = Extract<Obstacle, { code: Code }>;

/** What stands in a sentence about an obstacle beside its facts: the sentence about an error that was met, and those about a condition. */
export interface ObstacleWords {
  problem: string;
  problems: readonly string[];
}

/** The texts of what is found before a restore, and of what can be done about it. */
export interface RestorePreflightMessages {
  weight: Record<Weight, string>;
  obstacle: { [Code in Obstacle["code"]]: (found: ObstacleOf<Code>, words: ObstacleWords) => string };
  /** What a button, or a line of choices, is called. */
  way: { [Name in Way["way"]]: (way: Extract<Way, { way: Name }>) => string };
  condition: ConditionMessages;
  planFile: PlanFileMessages;
}
