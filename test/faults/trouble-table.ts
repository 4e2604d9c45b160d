interface Troubled {
  troubles: readonly string[];
}

/** How runs ended, by what went wrong: each run is in the line of each of its troubles. */
export function troubleTable<Run extends Troubled>(
  runs: readonly Run[],
  ends: readonly string[],
  endOf: (run: Run) => string,
): string {
  const kinds = [...new Set(runs.flatMap(({ troubles }) => troubles.map(kindOf)))].sort();
  const having = (kind: string) => runs.filter(({ troubles }) => troubles.some((each) => kindOf(each) === kind));
  const untroubled = runs.filter(({ troubles }) => troubles.length === 0);
  const rows = [row("nothing", untroubled), ...kinds.map((kind) => row(kind, having(kind)))];
  return [`| what went wrong | runs | ${ends.join(" | ")} |`, `|${" --- |".repeat(2 + ends.length)}`, ...rows].join(
    "\n",
  );

  function row(what: string, some: readonly Run[]): string {
    const counts = ends.map((end) => some.filter((run) => endOf(run) === end).length || "");
    return `| ${[what, some.length, ...counts].join(" | ")} |`;
  }
}

/** Wherever it was killed. */
const kindOf = (trouble: string): string => (trouble.startsWith("killed ") ? "killed, and begun again" : trouble);
