import type { Obstacle } from "../../restore/preflight/obstacle";
import type { ToldObstacle } from "../../screens/restore/restore-desk";
import type { RestoringMessages } from "../../screens/text/restored/language";

/** As a page shows it: in words, as errors do not cross from a Worker. */
export function toldObstacle(_messages: RestoringMessages, { code, weight, ways }: Obstacle): ToldObstacle {
  return { code, weight, ways, sentences: [code] };
}
