import { openArchive } from "../../archive/reading/open-archive";
import { rehearse } from "../../restore/rehearsal/rehearse";
import { type RehearsedApp, verdictOf } from "../../restore/rehearsal/rehearsed";
import { rehearsalMessagesFor } from "../../screens/text/rehearsal/language";
import { describeRehearsedApp } from "../../screens/text/rehearsal/rehearsal-report";
import type { ArchiveRehearsal, RehearsalProgress } from "../../screens/verify/archive-rehearsal";
import { useBrowserPlatform } from "./browser-platform";
import { seldom } from "./seldom";
import type { RehearsalRequest } from "./verify-messages";
import { namedVolumes } from "./verify-in-browser";

interface Watcher {
  report: (progress: RehearsalProgress) => void;
  signal?: AbortSignal;
}

/** Rehearses all apps of an archive that was read back, in a Worker or on a page alike. Rejects as `rehearse` does. */
export async function rehearseInBrowser(
  { files, language }: RehearsalRequest,
  { report, signal = new AbortController().signal }: Watcher,
): Promise<ArchiveRehearsal> {
  await useBrowserPlatform();
  const archive = await openArchive(namedVolumes(files));
  if (!archive) throw new Error("The files are not the whole archive any more");
  const messages = rehearsalMessagesFor(language);
  const told = seldom(report);
  const watcher = { signal, report: (app: string, done: number) => told({ app, done }) };
  const apps: RehearsedApp[] = [];
  for await (const app of rehearse(archive, archive.targets, watcher)) apps.push(app);
  return { verdict: verdictOf(apps), apps: apps.map((app) => describeRehearsedApp(messages, app)) };
}
