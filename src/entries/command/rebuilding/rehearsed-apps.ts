import type { OpenArchive } from "../../../archive/reading/open-archive";
import type { AppToMake } from "../../../restore/apps/new-app";
import type { Obstacle } from "../../../restore/preflight/obstacle";
import { lookedUpInArchive } from "../../../restore/rehearsal/archived-lookups";
import { rehearseApp } from "../../../restore/rehearsal/rehearse-app";
import { type RehearsedApp, verdictOf } from "../../../restore/rehearsal/rehearsed";
import type { RebuildCommandMessages } from "../../../screens/text/rebuild/command/language";
import { describeRehearsedApp } from "../../../screens/text/rehearsal/rehearsal-report";

/** What is told of statuses and people is told of all apps together; nobody is notified, as that is set up in the end. */
const TOLD_ELSEWHERE: ReadonlySet<Obstacle["code"]> = new Set(["PROCESS", "NOTIFICATIONS"]);

/**
 * What the archive's records would meet in the new apps, whose forms are those of the archive: which kintone would not take, and why. Of apps where nothing is in the
 * way, nothing is told.
 */
export async function describeRehearsed(
  archive: OpenArchive,
  apps: readonly AppToMake[],
  { messages, signal }: { messages: RebuildCommandMessages; signal: AbortSignal },
): Promise<string[]> {
  const lookedUp = lookedUpInArchive(archive);
  const lines: string[] = [];
  for (const { archived } of apps) {
    const rehearsed = withoutRepeats(await rehearseApp(archived, { lookedUp, people: undefined, signal }));
    if (verdictOf([rehearsed]) === "nothing") continue;
    const told = describeRehearsedApp(messages, rehearsed);
    lines.push("", told.app, ...told.lines.map((line) => `  ${line}`));
  }
  return lines;
}

const withoutRepeats = ({ obstacles, unchecked, ...rehearsed }: RehearsedApp): RehearsedApp => ({
  ...rehearsed,
  obstacles: obstacles.filter(({ code }) => !TOLD_ELSEWHERE.has(code)),
  unchecked: unchecked.filter(({ what }) => what !== "people"),
});
