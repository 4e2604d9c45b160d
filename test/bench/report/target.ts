/** What a figure is to be. */
export type Target = { atLeast: number } | { atMost: number } | { below: number };

export function isMet(target: Target, figure: number): boolean {
  if ("atLeast" in target) return figure >= target.atLeast;
  return "atMost" in target ? figure <= target.atMost : figure < target.below;
}

export function describeTarget(target: Target, unit: string): string {
  const number = (value: number) => `${value}${unit === "" ? "" : ` ${unit}`}`;
  if ("atLeast" in target) return `at least ${number(target.atLeast)}`;
  return "atMost" in target ? `at most ${number(target.atMost)}` : `below ${number(target.below)}`;
}
