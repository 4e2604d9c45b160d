import PQueue from "p-queue";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Estimate } from "../../../../backup/estimate/estimate";
import { type BackupError, toBackupError } from "../../../../domain/errors";
import type { Target } from "../../../../domain/target";
import type { EstimatesDesk } from "./estimate-desk";

/** What is known of one target. */
export type Estimated =
  { kind: "waiting" | "reading" } | { kind: "estimated"; estimate: Estimate } | { kind: "failed"; error: BackupError };

export interface Estimates {
  kind: "none" | "under-way" | "done" | "cancelled";
  /** As they were when the estimate began, in the order of the screen. */
  targets: readonly Target[];
  /** By the record id of the target. */
  results: ReadonlyMap<string, Estimated>;
}

export interface EstimatesActions {
  begin(targets: readonly Target[]): void;
  cancel(): void;
}

/** One answer can be worked at while the next is on its way; an estimate is no reason to slow others down. */
const AT_ONCE = 2;

/** The estimates, from when somebody asks for them. */
export function useEstimates(desk: EstimatesDesk): [Estimates, EstimatesActions] {
  const [state, setState] = useState<Estimates>({ kind: "none", targets: [], results: new Map() });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const begin = async (targets: readonly Target[]) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setState({ kind: "under-way", targets, results: new Map() });
    const put = (recordId: string, result: Estimated) => {
      if (!signal.aborted) setState((now) => ({ ...now, results: new Map([...now.results, [recordId, result]]) }));
    };
    // Where the history cannot be read, it is as if there were none.
    const estimate = await desk.estimator(signal);
    const queue = new PQueue({ concurrency: AT_ONCE });
    for (const target of targets) {
      void queue.add(async () => {
        if (signal.aborted) return;
        put(target.recordId, { kind: "reading" });
        const result = await estimate(target).then(
          (found) => ({ kind: "estimated", estimate: found }) as const,
          (thrown: unknown) => ({ kind: "failed", error: toBackupError(thrown) }) as const,
        );
        put(target.recordId, result);
      });
    }
    await queue.onIdle();
    if (!signal.aborted) setState((now) => ({ ...now, kind: "done" }));
  };

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
