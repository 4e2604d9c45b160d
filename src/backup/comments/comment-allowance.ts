import { BackupError } from "../../domain/errors";
import type { RequestBudget } from "../../domain/request-budget";
import type { RequestCount } from "../../domain/requests";
import type { Foreseen } from "../estimate/foreseen-requests";

/** How many requests a target's comments may cost: what the budget has beyond what everything else of the target takes. */
export interface CommentAllowance {
  /** How many more requests there may be. */
  room(): number;
  /**
   * Reads the comments of one record, if there is room for all of them by the time when the first request is made. Rejects with `OVER_BUDGET`
   * when there is none, also when they turn out to be more than was foreseen.
   */
  ofRecord<Comments>(share: Share, read: (ask: Ask) => Promise<Comments>): Promise<Comments>;
}

/** Makes a request. */
export type Ask = <Answer>(request: () => Promise<Answer>) => Promise<Answer>;

/** What one record's comments take. */
export interface Share {
  turn: Turn;
  /** As far as it is known. */
  requests: number;
}

/** Whose turn it is: room is kept for those that come first, however late they do. */
export type Turn = "first" | "then";

/**
 * Call it before the records are read.
 *
 * @param foreseen what everything else takes
 * @param before requests of the app before any of these
 * @param first how many requests for comments come first, as far as it is known
 */
export function createCommentAllowance(
  appId: string,
  foreseen: Foreseen,
  { before, first }: { before: number; first: number },
  { budget, requestsOf }: { budget: RequestBudget } & Pick<RequestCount, "requestsOf">,
): CommentAllowance {
  // All of them are read: beyond the budget, or on another day.
  if (budget.overBudget === "go-on" || budget.overBudget === "pause")
    return { room: () => Infinity, ofRecord: (_, read) => read((request) => request()) };
  const underWay = new Set<Promise<unknown>>();
  // For records that were begun, so many requests are still to be made.
  let [asked, claimed, toCome] = [0, 0, first];

  /** What everything else will still take. What was made of the app was for that, unless it was for comments. */
  const kept = () => Math.max(foreseen.atTheEnd, foreseen.requests - Math.max(0, requestsOf(appId) - before - asked));
  const room = () => Math.max(0, budget.left(appId) - kept() - claimed - underWay.size);
  const isClosed = budget.overBudget === "without-comments" && room() < foreseen.records;

  /** @param others that are to come as well */
  async function claim(requests: number, others = () => 0): Promise<void> {
    const needed = () => requests + others();
    // Those under way may be counted twice: as such, and as made.
    while (!isClosed && room() < needed() && underWay.size > 0) await Promise.race(underWay).catch(() => undefined);
    if (!isClosed && room() >= needed()) {
      claimed += requests;
      return;
    }
    const facts = { app: appId, expected: budget.perAppAndDay };
    throw new BackupError("OVER_BUDGET", "No request is left for comments", { facts });
  }

  return {
    room: () => (isClosed ? 0 : room()),
    async ofRecord({ turn, requests }, read) {
      let left = 0;
      let isBegun = false;
      async function begin(): Promise<void> {
        isBegun = true;
        await claim(requests, () => (turn === "first" ? 0 : toCome));
        left = requests;
        came();
      }
      const came = () => {
        if (turn === "first") toCome = Math.max(0, toCome - requests);
      };
      const ask: Ask = async (request) => {
        if (!isBegun) await begin();
        if (left === 0) await claim(1);
        else left -= 1;
        claimed -= 1;
        asked += 1;
        const made = request();
        underWay.add(made);
        return made.finally(() => underWay.delete(made));
      };
      try {
        return await read(ask);
      } finally {
        claimed -= left;
        // Nothing was asked for what an earlier attempt had read.
        if (!isBegun) came();
      }
    },
  };
}
