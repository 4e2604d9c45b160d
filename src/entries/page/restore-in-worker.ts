import { BackupError } from "../../domain/errors";
import { errorOf } from "../../domain/plain-error";
import type { RestoreWork, Watcher } from "../../screens/restore/restore-desk";
import { startBundleWorker } from "../worker/bundle-worker";
import type { FromRestorer, ToRestorer } from "../worker/restore-messages";
import type { RestoreVisit } from "../worker/restore-visit";
import { createRestoreWork } from "../worker/restore-work";

export interface RestorePlace {
  work: RestoreWork;
  leave(): void;
}

/**
 * Where a restore works: in a Worker, so that the page stays alive; where none can be had, on the page itself.
 *
 * @param script URL of the plugin's second file
 */
export async function findRestorePlace(script: string, visit: RestoreVisit): Promise<RestorePlace> {
  const worker = await startBundleWorker(script);
  if (!worker) return { work: createRestoreWork(visit), leave: () => undefined };
  return { work: workIn(worker, visit), leave: () => worker.terminate() };
}

interface Waiting {
  resolve: (answer: never) => void;
  reject: (reason: unknown) => void;
  watcher: Watcher<never> | undefined;
}

function workIn(worker: Worker, visit: RestoreVisit): RestoreWork {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  const tell = (message: ToRestorer) => worker.postMessage(message);
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    for (const { reject } of waiting.values()) reject(new BackupError("UNEXPECTED", event.message));
    waiting.clear();
  });
  worker.addEventListener("message", ({ data }: MessageEvent<FromRestorer>) => {
    const { resolve, reject, watcher } = waiting.get(data.call) ?? {};
    if (data.kind === "restore-news") return watcher?.report(data.news as never);
    if (data.kind === "restore-file") return watcher?.handOver?.(data.name, data.file);
    if (data.kind === "restore-answer") resolve?.(data.answer as never);
    else if (data.kind === "restore-refused") reject?.(errorOf(data.error));
    else return;
    waiting.delete(data.call);
  });
  tell({ kind: "restore-for", visit });

  const calling =
    <Name extends keyof RestoreWork>(name: Name) =>
    (asked: unknown, watcher?: Watcher<never>) =>
      new Promise<never>((resolve, reject) => {
        const call = (calls += 1);
        waiting.set(call, { resolve, reject, watcher });
        const stop = () => tell({ kind: "restore-stop", call });
        watcher?.signal.addEventListener("abort", stop, { once: true });
        tell({ kind: "restore-call", call, name, asked } as ToRestorer);
        if (watcher?.signal.aborted) stop();
      });
  return {
    ...{
      keepsJournals: calling("keepsJournals"),
      open: calling("open"),
      compare: calling("compare"),
      findings: calling("findings"),
      tick: calling("tick"),
    },
    ...{ numbers: calling("numbers"), check: calling("check"), restore: calling("restore"), goOn: calling("goOn") },
  };
}
