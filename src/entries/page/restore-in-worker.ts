import { BackupError } from "../../domain/errors";
import { errorOf } from "../../domain/plain-error";
import type { Watcher } from "../../screens/restore/restore-desk";
import type { ArchiveWork } from "../worker/archive-work";
import { startBundleWorker } from "../worker/bundle-worker";
import type { FromRestorer, ToRestorer } from "../worker/restore-messages";
import type { RestoreVisit } from "../worker/restore-visit";
import { createArchiveWork } from "../worker/restore-work";
import type { FromWorker, ToWorker } from "../worker/run-messages";
import { watchOver } from "./watchdog";

export interface RestorePlace {
  work: ArchiveWork;
  leave(): void;
}

/**
 * Where a restore works: in a Worker, so that the page stays alive; where none can be had, on the page itself.
 *
 * @param script URL of the plugin's second file
 */
export async function findRestorePlace(script: string, visit: RestoreVisit): Promise<RestorePlace> {
  const worker = await startBundleWorker(script);
  if (!worker) return { work: createArchiveWork(visit), leave: () => undefined };
  return { work: workIn(worker, visit), leave: () => worker.terminate() };
}

interface Waiting {
  resolve: (answer: never) => void;
  reject: (reason: unknown) => void;
  watcher: Watcher<never> | undefined;
  /** There was a sign of life. */
  heard: () => void;
  /** The Worker will never answer. */
  giveUp: () => void;
}

/** What is written is in a journal, and goes on at the next visit. */
const WRITING: ReadonlySet<string> = new Set(["restore", "goOn"] satisfies Array<keyof ArchiveWork>);

/** Of what nobody can cancel. */
const NEVER = new AbortController().signal;

/** A Worker that broke, or gives no sign of life any more, is ended, and does nothing behind anybody's back; whoever waits for it is told. */
function workIn(worker: Worker, visit: RestoreVisit): ArchiveWork {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let hasEnded = false;
  const tell = (message: ToRestorer | Extract<ToWorker, { kind: "are-you-there" }>) => worker.postMessage(message);
  const end = () => {
    hasEnded = true;
    worker.terminate();
    for (const { giveUp } of waiting.values()) giveUp();
  };
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    end();
  });
  worker.addEventListener("message", ({ data }: MessageEvent<FromRestorer | Extract<FromWorker, { kind: "here" }>>) => {
    for (const { heard } of waiting.values()) heard();
    if (data.kind === "here") return undefined;
    const { resolve, reject, watcher } = waiting.get(data.call) ?? {};
    if (data.kind === "restore-news") return watcher?.report(data.news as never);
    if (data.kind === "restore-file") return watcher?.handOver?.(data.name, data.file);
    if (data.kind === "restore-answer") return resolve?.(data.answer as never);
    return reject?.(errorOf(data.error));
  });
  tell({ kind: "restore-for", visit });

  const calling =
    <Name extends keyof ArchiveWork>(name: Name) =>
    (asked: unknown, watcher?: Watcher<never>) => {
      const call = (calls += 1);
      const signal = watcher?.signal ?? NEVER;
      const { heard, stop } = watchOver({ ask: () => tell({ kind: "are-you-there" }), onSilence: end, signal });
      return new Promise<never>((resolve, reject) => {
        const facts = WRITING.has(name) ? ({ resumable: true } as const) : {};
        const giveUp = () => reject(new BackupError("RUN_SILENT", "The Worker has ended", { facts }));
        if (hasEnded) return giveUp();
        waiting.set(call, { resolve, reject, watcher, heard, giveUp });
        const cancel = () => tell({ kind: "restore-stop", call });
        signal.addEventListener("abort", cancel, { once: true });
        tell({ kind: "restore-call", call, name, asked } as ToRestorer);
        if (signal.aborted) cancel();
      }).finally(() => {
        stop();
        waiting.delete(call);
      });
    };
  return {
    ...{
      keepsJournals: calling("keepsJournals"),
      open: calling("open"),
      compare: calling("compare"),
      record: calling("record"),
      compareSettings: calling("compareSettings"),
      offerField: calling("offerField"),
      addField: calling("addField"),
      findings: calling("findings"),
      tick: calling("tick"),
      keys: calling("keys"),
    },
    ...{ numbers: calling("numbers"), check: calling("check"), restore: calling("restore"), goOn: calling("goOn") },
    ...{ foreseeDrills: calling("foreseeDrills"), drill: calling("drill") },
  };
}
