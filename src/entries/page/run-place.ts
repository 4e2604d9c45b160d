import type { RunOutcome } from "../../domain/outcome";
import { type Capabilities, lookAtCapabilities } from "../../workspace/capabilities";
import { type BrowserRunHost, runInBrowser } from "../worker/browser-run";
import { startBundleWorker } from "../worker/bundle-worker";
import type { FromWorker, ToWorker } from "../worker/run-messages";
import type { BrowserRunRequest } from "../worker/run-request";
import { runInWorker } from "./run-in-worker";

/** Where a run works: in a Worker, so that the page stays alive; where none can be had, on the page itself, with the same result. */
export interface RunPlace {
  kind: "worker" | "page";
  capabilities: Capabilities;
  /** Once at most. */
  run(request: BrowserRunRequest, host: BrowserRunHost): Promise<RunOutcome>;
  leave(): void;
}

/**
 * Never rejects; asks kintone for nothing but the script.
 *
 * @param script URL of the plugin's second file
 */
export async function findRunPlace(script: string): Promise<RunPlace> {
  const worker = await startBundleWorker(script);
  const capabilities = worker && (await lookIn(worker, script));
  if (worker && capabilities?.kind === "usable") {
    return {
      ...{ kind: "worker", capabilities },
      run: (request, host) => runInWorker(worker, script, request, host),
      leave: () => worker.terminate(),
    };
  }
  worker?.terminate();
  return {
    ...{ kind: "page", capabilities: await lookAtCapabilities() },
    run: (request, host) => runInBrowser(request, host),
    leave: () => undefined,
  };
}

/** A Worker that does not answer is none. */
const ANSWER_WITHIN_MS = 10_000;

function lookIn(worker: Worker, script: string): Promise<Capabilities | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle(), ANSWER_WITHIN_MS);
    const listen = ({ data }: MessageEvent<FromWorker>) => data.kind === "looked" && settle(data.capabilities);
    function settle(capabilities?: Capabilities) {
      clearTimeout(timer);
      worker.removeEventListener("message", listen);
      resolve(capabilities);
    }
    worker.addEventListener("message", listen);
    worker.postMessage({ kind: "look", script } satisfies ToWorker);
  });
}
