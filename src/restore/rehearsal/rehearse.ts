import type { TargetFacts } from "../../archive/manifest/manifest";
import type { OpenArchive } from "../../archive/reading/open-archive";
import { archivedPeople } from "./archived-people";
import { lookedUpInArchive } from "./archived-lookups";
import { rehearseApp } from "./rehearse-app";
import type { RehearsedApp } from "./rehearsed";

interface RehearsalWatcher {
  signal: AbortSignal;
  /** An app, and how many of its records were looked at. */
  report?: (app: string, done: number) => void;
}

/**
 * Checks apps of an archive that was read back against the archive itself, without kintone: what a restore would meet. Rejects as
 * `rehearseApp` does.
 */
export async function* rehearse(
  archive: OpenArchive,
  targets: readonly TargetFacts[],
  { signal, report }: RehearsalWatcher,
): AsyncGenerator<RehearsedApp, void, undefined> {
  const people = await archivedPeople(archive);
  const lookedUp = lookedUpInArchive(archive);
  for (const { folder, appName } of targets) {
    const archived = archive.target(folder);
    if (!archived) continue;
    yield await rehearseApp(archived, {
      ...{ lookedUp, people, signal },
      ...(report && { report: (done: number) => report(appName, done) }),
    });
  }
}
