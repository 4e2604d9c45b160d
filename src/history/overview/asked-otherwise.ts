import type { Asked } from "../../domain/asked";
import type { Status } from "../../domain/status";
import type { ToldRun } from "./told-run";

/** Another backup of a target was asked for than the time before. */
export interface AskedOtherwise {
  key: string;
  appName: string;
  before: Asked;
  now: Asked;
  /** The run that was the last one to be asked for `before`. */
  since: ToldRun;
  run: ToldRun;
}

/** Only of what was read is known which fields stayed out: some are found by the run itself. */
const READ: ReadonlySet<Status | undefined> = new Set<Status>(["success", "partial"]);

/**
 * Where a run was asked for something else than the one before it: a narrower condition makes a success of few records, and
 * nothing is missing from it.
 *
 * @param runs by ascending `$id`
 */
export function askedOtherwise(runs: readonly ToldRun[]): AskedOtherwise[] {
  const last = new Map<string, { asked: Asked; run: ToldRun }>();
  return runs.flatMap((run) =>
    run.results.flatMap(({ key, appName, status, asked }) => {
      if (!asked || !READ.has(status)) return [];
      const known = last.get(key);
      last.set(key, { asked, run });
      if (!known || isSame(known.asked, asked)) return [];
      return [{ key, appName, before: known.asked, now: asked, since: known.run, run }];
    }),
  );
}

function isSame(one: Asked, other: Asked): boolean {
  if (one === other) return true;
  const sameMembers = (some: readonly string[], others: readonly string[]) =>
    some.length === others.length && some.every((member) => others.includes(member));
  return (
    one.query === other.query &&
    sameMembers(one.include, other.include) &&
    sameMembers(one.excludedFields, other.excludedFields)
  );
}
