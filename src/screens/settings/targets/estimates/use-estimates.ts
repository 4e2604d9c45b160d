import pLimit from "p-limit";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Estimate } from "../../../../backup/estimate/estimate";
import { type BackupError, toBackupError } from "../../../../domain/errors";
import { errorOf, plainError } from "../../../../domain/plain-error";
import type { Target } from "../../../../domain/target";
import type { EstimatesDesk } from "./estimate-desk";

/** What is known of one target. */
export type Estimated =
  { kind: "waiting" | "reading" } | { kind: "estimated"; estimate: Estimate } | { kind: "failed"; error: BackupError };

export interface Estimates {
  kind: "none" | "under-way" | "done" | "cancelled";
  /** As they were when the estimate began, in the order of the screen; rules are their apps as soon as those are known. */
  targets: readonly Target[];
  /** By `placeOf` the target. */
  results: ReadonlyMap<string, Estimated>;
}

export interface EstimatesActions {
  begin(targets: readonly Target[]): void;
  cancel(): void;
}

/** Several apps of a rule have the same record. */
export const placeOf = ({ recordId, appId }: Target) => `${recordId}/${appId}`;

/** One answer can be worked at while the next is on its way; an estimate is no reason to slow others down. */
const AT_ONCE = 2;

/** The estimates, from when somebody asks for them. */
export function useEstimates(desk: EstimatesDesk): [Estimates, EstimatesActions] {
  const [state, setState] = useState<Estimates>({ kind: "none", targets: [], results: new Map() });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const begin = async (chosen: readonly Target[]) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setState({ kind: "under-way", targets: chosen, results: new Map() });
    const put = (target: Target, result: Estimated) => {
      if (signal.aborted) return;
      setState((now) => ({ ...now, results: new Map([...now.results, [placeOf(target), result]]) }));
    };
    const targets = await workedOut(chosen, signal);
    if (!signal.aborted) setState((now) => ({ ...now, targets }));
    // Where the history cannot be read, it is as if there were none.
    const estimate = await desk.estimator(signal);
    await pLimit(AT_ONCE).map(targets, async (target) => {
      if (signal.aborted) return;
      if (target.impediment) return put(target, { kind: "failed", error: errorOf(target.impediment) });
      put(target, { kind: "reading" });
      const result = await estimate(target).then(
        (found) => ({ kind: "estimated", estimate: found }) as const,
        (thrown: unknown) => ({ kind: "failed", error: toBackupError(thrown) }) as const,
      );
      put(target, result);
    });
    if (!signal.aborted) setState((now) => ({ ...now, kind: "done" }));
  };

  /** Where the list of targets cannot be read, each rule says why, and the others are estimated. */
  async function workedOut(chosen: readonly Target[], signal: AbortSignal): Promise<Target[]> {
    if (!chosen.some(({ rule }) => rule)) return [...chosen];
    return desk.workedOut(chosen, signal).catch((thrown: unknown) => {
      const impediment = plainError(toBackupError(thrown));
      return chosen.map((target) => (target.rule ? { ...target, impediment } : target));
    });
  }

  return [
    state,
    {
      begin(targets) {
        void begin(targets);
      },
      cancel() {
        running.current?.abort();
        setState((now) => ({ ...now, kind: "cancelled", results: withoutUnfinished(now.results) }));
      },
    },
  ];
}

function withoutUnfinished(results: Estimates["results"]): Estimates["results"] {
  return new Map([...results].filter(([, { kind }]) => kind !== "reading"));
}
