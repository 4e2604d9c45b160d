import { watched } from "./byte-stream";
import type { Connection } from "./connection";
import { cancelled } from "./errors";

/**
 * Ends with the run's signal: what is under way is aborted, what waits gives up, what comes later is not sent. Everything
 * rejects with `CANCELLED` at once, whatever the layers below still have to do.
 */
export function cancellable(connection: Connection, signal: AbortSignal): Connection {
  // One listener for the whole run; a listener per request would pile up by the thousands on the run's signal.
  const underWay = new Set<AbortController>();
  signal.addEventListener(
    "abort",
    () => {
      for (const controller of underWay) controller.abort(signal.reason);
      underWay.clear();
    },
    { once: true },
  );

  async function guarded<Result>(
    own: AbortSignal | undefined,
    work: (signal: AbortSignal, release: () => void) => Promise<Result>,
  ): Promise<Result> {
    if (signal.aborted) throw cancelled(signal);
    const controller = new AbortController();
    underWay.add(controller);
    const release = () => underWay.delete(controller);
    const either = own ? AbortSignal.any([own, controller.signal]) : controller.signal;
    const aborted = new Promise<never>((_resolve, reject) => {
      either.addEventListener("abort", () => reject(cancelled(either)), { once: true });
    });
    try {
      return await Promise.race([work(either, release), aborted]);
    } catch (error) {
      release();
      throw error;
    }
  }

  return {
    json: (request) =>
      guarded(request.signal, (either, release) =>
        connection.json<never>({ ...request, signal: either }).finally(release),
      ),
    upload: (file) =>
      guarded(file.signal, (either, release) => connection.upload({ ...file, signal: either }).finally(release)),
    stream: (request) =>
      guarded(request.signal, async (either, release) =>
        watched(await connection.stream({ ...request, signal: either }), { over: release }),
      ),
  };
}
