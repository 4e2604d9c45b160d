/** The check of zip files, off the page's main thread. See `page/on-demand.ts` for how it gets there. */
import { verifyInBrowser } from "./verify-in-browser";
import type { FromVerifier, ToVerifier } from "./verify-messages";

const tell = (message: FromVerifier) => self.postMessage(message);

/** From now on this Worker checks what it is sent. */
export function awaitVerification(): void {
  self.addEventListener("message", ({ data }: MessageEvent<ToVerifier | { kind: "start" }>) => {
    if (data.kind !== "verify") return;
    verifyInBrowser(data.request, { report: (progress) => tell({ kind: "checking", progress }) }).then(
      (check) => tell({ kind: "checked", check }),
      (thrown: unknown) =>
        tell({ kind: "unchecked", message: thrown instanceof Error ? thrown.message : String(thrown) }),
    );
  });
}
