import type { Obstacle } from "../../restore/preflight/obstacle";
import type { ToldObstacle } from "../../screens/restore/restore-desk";
import type { PreflightMessages } from "../../screens/text/restore/preflight/language";
import { describeObstacle } from "../../screens/text/restore/preflight/obstacle-sentence";

/** As a page shows it: in words, as errors do not cross from a Worker. */
export function toldObstacle(messages: PreflightMessages, obstacle: Obstacle): ToldObstacle {
  const { code, weight, ways } = obstacle;
  return { code, weight, ways, sentence: describeObstacle(messages, obstacle) };
}
