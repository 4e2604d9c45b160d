import { toBackupError } from "../domain/errors";
import type { Assumption, AssumptionByHand } from "./assumption";
import { ASSUMPTIONS, type TriedId } from "./assumptions";
import { OF_PAGES } from "./assumptions/of-pages";
import { OF_WRITING } from "./assumptions/of-writing";
import { type Finding, type Reason, Refusal, unknown } from "./finding";

/** An assumption, and what came of trying it. */
export type ProbeRow = Assumption & Finding & Partial<Pick<AssumptionByHand, "byHand">>;

/** What can be tried where the probe runs. */
export type Trials = Partial<Record<TriedId, () => Promise<Finding>>>;

/** Trials that all take the same. */
export function bound<Id extends TriedId, Place>(
  trials: Readonly<Record<Id, (place: Place) => Promise<Finding>>>,
  place: Place | Promise<Place>,
): Trials {
  const entries = Object.entries(trials) as Array<[Id, (place: Place) => Promise<Finding>]>;
  return Object.fromEntries(entries.map(([id, trial]) => [id, async () => trial(await place)])) as Trials;
}

/** Tries one assumption after the other. A trial that goes wrong leaves its own row open, and no other. */
export async function probe(trials: Trials, report: (done: number, of: number) => void): Promise<ProbeRow[]> {
  const rows: ProbeRow[] = [];
  const count = Object.keys(trials).length;
  let done = 0;
  report(done, count);
  for (const assumption of ASSUMPTIONS) {
    const trial = trials[assumption.id as TriedId];
    const finding = trial ? await trial().catch(failed) : unknown(whereElse(assumption.id));
    if (trial) report((done += 1), count);
    rows.push({ ...assumption, ...finding });
  }
  return rows;
}

function failed(thrown: unknown): Finding {
  if (thrown instanceof Refusal) return unknown("refused", thrown.message);
  const { code, answer } = toBackupError(thrown);
  if (code === "UNEXPECTED") return unknown("failed", thrown instanceof Error ? thrown.name : "");
  return unknown("failed", [code, answer?.status, answer?.code].filter(Boolean).join(" "));
}

const idsOf = (list: readonly Assumption[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));
const PLACES: ReadonlyArray<readonly [ReadonlySet<string>, Reason]> = [
  [idsOf(OF_PAGES), "page"],
  [idsOf(OF_WRITING), "writing"],
];

function whereElse(id: string): Reason {
  return PLACES.find(([ids]) => ids.has(id))?.[1] ?? "by-hand";
}
