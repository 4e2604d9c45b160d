import { BackupError } from "../../domain/errors";
import type { RequestBudget } from "../../domain/request-budget";
import type { RequestCount } from "../../domain/requests";
import { type OfRecords, leastAtTheEnd, requestsOfRecords } from "../estimate/foreseen-requests";

/** How many requests a target's comments may cost: what the budget has beyond what everything else of the target takes. */
export interface CommentAllowance {
  /** How many more requests there may be. */
  room(): number;
  /**
   * Makes one request. Rejects with `OVER_BUDGET`, without a request, when there is no room for it.
   *
   * @param kept for others, that come first
   */
  ask<Answer>(request: () => Promise<Answer>, kept?: number): Promise<Answer>;
}

/** Call it before the records are read. */
export function createCommentAllowance(
  appId: string,
  foreseen: OfRecords,
  { budget, requestsOf }: { budget: RequestBudget } & Pick<RequestCount, "requestsOf">,
): CommentAllowance {
  if (budget.overBudget === "go-on") return { room: () => Infinity, ask: (request) => request() };
  const before = requestsOf(appId);
  let [asked, underWay] = [0, 0];

  /** What records and attachments will still take. What was made of the app was for them, unless it was for comments. */
  const kept = () =>
    Math.max(leastAtTheEnd(foreseen), requestsOfRecords(foreseen) - Math.max(0, requestsOf(appId) - before - asked));
  const room = () => Math.max(0, budget.left(appId) - kept() - underWay);
  const isClosed = budget.overBudget === "without-comments" && room() < foreseen.records;

  return {
    room: () => (isClosed ? 0 : room()),
    async ask(request, keptForOthers = 0) {
      if (isClosed || room() <= keptForOthers) {
        const facts = { app: appId, expected: budget.perAppAndDay };
        throw new BackupError("OVER_BUDGET", "No request is left for comments", { facts });
      }
      asked += 1;
      underWay += 1;
      try {
        return await request();
      } finally {
        underWay -= 1;
      }
    },
  };
}
