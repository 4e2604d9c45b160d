import type { ErrorFacts, Obstacle } from "../../../domain/errors";

/** Why kintone is not reached, and what to do about it. */
export interface UnreachedTexts {
  /** Begins a sentence, and has no full stop. */
  cause: Record<Obstacle, (named: { host: string; reason: string }) => string>;
  remedy: Record<Obstacle, string>;
  /** Instead of a host that nobody knows. */
  somewhere: string;
}

/** The cause and the remedy; nothing when no cause is known. */
export function toldObstacle(
  { cause, remedy, somewhere }: UnreachedTexts,
  { obstacle, host = somewhere, reason = "" }: ErrorFacts,
): { cause: string; remedy: string } | undefined {
  return obstacle && { cause: cause[obstacle]({ host, reason }), remedy: remedy[obstacle] };
}
