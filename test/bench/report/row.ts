import { type Target, isMet } from "./target";

/** One line of the result. */
export interface Row {
  /** As `records` or `memory`. */
  part: string;
  what: string;
  measured?: { value: number; unit: "s" | "MB" | "ms" };
  /** How many runs the value is the median of. */
  runs?: number;
  /** Of two figures of this bench. */
  ratio?: number;
  /** Of the ratio where there is one, else of the value. */
  target?: Target;
  /** Instead of figures, or beside them. */
  note?: string;
}

export type Verdict = "met" | "MISSED";

/** Nothing where there is no target, or no figure that could meet it. */
export function verdictOf({ measured, ratio, target }: Row): Verdict | undefined {
  const figure = ratio ?? measured?.value;
  if (target === undefined || figure === undefined) return undefined;
  return isMet(target, figure) ? "met" : "MISSED";
}
