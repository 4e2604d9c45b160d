import type { Operator } from "../query";

/** What a difference must be, as for sorting: negative where the value is smaller than what it is compared with. */
const HOLDS: Partial<Record<Operator, (difference: number) => boolean>> = {
  ">": (difference) => difference > 0,
  "<": (difference) => difference < 0,
  ">=": (difference) => difference >= 0,
  "<=": (difference) => difference <= 0,
};

/** Undefined: the operator knows only equal and different. */
export function orderingOf(operator: Operator): ((difference: number) => boolean) | undefined {
  return HOLDS[operator];
}

/** `!=`, `not in`, `not like` and `is not empty` hold exactly where what they deny does not. */
export function isDenial(operator: Operator): boolean {
  return operator === "!=" || operator.includes("not");
}
