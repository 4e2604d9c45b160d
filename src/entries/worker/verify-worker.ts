/** The check of zip files, off the page's main thread. See `page/on-demand.ts` for how it gets there. */
import type { RehearsalProgress } from "../../screens/verify/archive-rehearsal";
import { rehearseInBrowser } from "./rehearse-in-browser";
import { measureInBrowser, verifyInBrowser } from "./verify-in-browser";
import type { FromVerifier, ToVerifier } from "./verify-messages";

const tell = (message: FromVerifier) => self.postMessage(message);
const watcher = {
  report: (progress: Extract<FromVerifier, { kind: "checking" }>["progress"]) => tell({ kind: "checking", progress }),
};

/** From now on this Worker checks what it is sent. */
export function awaitVerification(): void {
  self.addEventListener("message", ({ data }: MessageEvent<ToVerifier | { kind: "start" }>) => {
    if (data.kind !== "verify" && data.kind !== "measure" && data.kind !== "rehearse") return;
    answerTo(data).then(tell, (thrown: unknown) =>
      tell({ kind: "unchecked", message: thrown instanceof Error ? thrown.message : String(thrown) }),
    );
  });
}

async function answerTo(asked: ToVerifier): Promise<FromVerifier> {
  switch (asked.kind) {
    case "verify":
      return { kind: "checked", check: await verifyInBrowser(asked.request, watcher) };
    case "measure":
      return { kind: "measured", files: await measureInBrowser(asked.files, watcher) };
    case "rehearse": {
      const report = (progress: RehearsalProgress) => tell({ kind: "rehearsing", progress });
      return { kind: "rehearsed", rehearsal: await rehearseInBrowser(asked.request, { report }) };
    }
  }
}
