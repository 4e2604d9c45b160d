import { asAssumedIf, type Finding, unknown } from "../finding";
import type { PagePlace } from "./place";

export async function workerFromOwnFile({ startWorker }: PagePlace): Promise<Finding> {
  return hadOne(await startWorker("own-file"));
}

export async function workerFromBlob({ startWorker }: PagePlace): Promise<Finding> {
  return hadOne(await startWorker("blob"));
}

function hadOne(worker: Worker | undefined): Finding {
  worker?.terminate();
  return asAssumedIf(worker !== undefined, worker ? "OK" : "–");
}

/** Of whatever a Worker can be had. */
export async function synchronousHandles({ startWorker }: PagePlace): Promise<Finding> {
  const worker = (await startWorker("own-file")) ?? (await startWorker("blob"));
  if (!worker) return unknown("refused", "Worker: –");
  try {
    return await new Promise<Finding>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<Finding>) => resolve(data), { once: true });
      worker.addEventListener("error", () => reject(new Error("The Worker broke down")), { once: true });
      worker.postMessage("synchronous-handles");
    });
  } finally {
    worker.terminate();
  }
}
