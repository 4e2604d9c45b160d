import type { Volume } from "../../domain/outcome";
import type { ArchiveCheck, CheckWatcher } from "../../screens/verify/archive-check";
import type { ArchiveRehearsal, RehearsalWatcher } from "../../screens/verify/archive-rehearsal";
import { startBundleWorker } from "../worker/bundle-worker";
import { rehearseInBrowser } from "../worker/rehearse-in-browser";
import { measureInBrowser, verifyInBrowser } from "../worker/verify-in-browser";
import type { RehearsalRequest, VerifyRequest } from "../worker/verify-messages";
import { askVerifier } from "./ask-verifier";

/**
 * Checks files in a Worker, so that the page stays alive; where no Worker can be had, on the page itself.
 *
 * @param script URL of the plugin's second file
 */
export async function verifyInWorker(
  script: string,
  request: VerifyRequest,
  watcher: CheckWatcher,
): Promise<ArchiveCheck> {
  const worker = await startBundleWorker(script);
  if (!worker) return verifyInBrowser(request, watcher);
  return askVerifier(worker, { kind: "verify", request }, watcher.signal, (message) => {
    if (message.kind === "checking") watcher.report(message.progress);
    return message.kind === "checked" ? message.check : undefined;
  });
}

/** Measures files, in the same way. */
export async function measureInWorker(
  script: string,
  files: readonly File[],
  watcher: CheckWatcher,
): Promise<Volume[]> {
  const worker = await startBundleWorker(script);
  if (!worker) return measureInBrowser(files, watcher);
  return askVerifier(worker, { kind: "measure", files }, watcher.signal, (message) => {
    if (message.kind === "checking") watcher.report(message.progress);
    return message.kind === "measured" ? message.files : undefined;
  });
}

/** Rehearses an archive, in the same way. */
export async function rehearseInWorker(
  script: string,
  request: RehearsalRequest,
  watcher: RehearsalWatcher,
): Promise<ArchiveRehearsal> {
  const worker = await startBundleWorker(script);
  if (!worker) return rehearseInBrowser(request, watcher);
  return askVerifier(worker, { kind: "rehearse", request }, watcher.signal, (message) => {
    if (message.kind === "rehearsing") watcher.report(message.progress);
    return message.kind === "rehearsed" ? message.rehearsal : undefined;
  });
}
