import type { TargetFacts } from "../../archive/manifest/manifest";
import { type OpenArchive, openArchive } from "../../archive/reading/open-archive";
import type { NamedVolume } from "../../archive/verify/verify-archive";
import type { ComparisonAsked } from "../../command/host";
import type { ComparisonCommandMessages } from "../../screens/text/restore/command/language";
import { encryptionTextsIn } from "../../screens/text/encryption/language";
import { harmlessLine } from "../../screens/text/harmless";
import { describeFinding } from "../../screens/text/verify/finding-sentence";
import type { CheckProgress } from "../../screens/verify/archive-check";
import { isBeforeRestore } from "../wiring/run-options";
import { verifyFiles } from "../wiring/verify-files";
import { chosenRun, nameOf, type SortedZips } from "./run-of-zips";

/** Why nothing is compared, in words. */
export class NothingToCompare extends Error {}

/** The files of the archive that is meant. Throws `NothingToCompare` when there is none. */
export function chosenFiles(
  sorted: SortedZips,
  { restore }: ComparisonCommandMessages,
  runId: string | undefined,
): string[] {
  const run = chosenRun(sorted, runId);
  // Of files that are no volumes, the verification tells what is wrong with them.
  if (!run && runId === undefined) return sorted.strange;
  if (!run) throw new NothingToCompare(restore.refused.noRun(runId ?? "", sorted.runs));
  return run.files;
}

/** An archive that was read back, and the digest of it that the history tells. */
export interface SoundArchive {
  archive: OpenArchive;
  digest: string;
}

/**
 * Reads the volumes back before anything is compared: what is damaged proves nothing. A file that has another name is as good as before.
 * Throws `NothingToCompare` with everything that is wrong.
 */
export async function soundArchive(
  volumes: readonly NamedVolume[],
  { restore, verify }: ComparisonCommandMessages,
  watcher: { report: (progress: CheckProgress) => void; signal: AbortSignal },
): Promise<SoundArchive> {
  const { findings, archiveDigest: digest } = await verifyFiles(volumes, watcher);
  const wrong = findings.filter(({ code }) => code !== "VOLUME_NAME_MISMATCH");
  const archive = wrong.length === 0 ? await openArchive(volumes) : undefined;
  if (archive && digest !== undefined) return { archive, digest };
  const sentences = wrong.map((finding) => `  - ${describeFinding(verify, finding)}`);
  throw new NothingToCompare([restore.refused.notSound, ...sentences].join("\n"));
}

/** Which archive was compared, and which zip files were not. */
export function describeChoice(
  { restore, locale }: ComparisonCommandMessages,
  { runId, createdAt: startedAt }: OpenArchive,
  sorted: SortedZips,
  asked: string | undefined,
): string[] {
  const chosen = sorted.runs.findIndex((run) => run.runId === runId);
  const newer = asked === undefined ? sorted.runs.slice(0, chosen).filter((run) => !isBeforeRestore(run.runId)) : [];
  const { files = [] } = sorted.runs[chosen] ?? {};
  const lines = [
    restore.archive({ runId, startedAt }),
    ...files.map((file) => `  ${nameOf(file)}`),
    ...newer.map((run) => restore.aside.newer(run)),
    ...(sorted.strange.length > 0 ? [restore.aside.strange(sorted.strange.map(nameOf))] : []),
    ...(sorted.closed.length > 0
      ? [encryptionTextsIn(locale).aside(sorted.closed.map(({ file }) => nameOf(file)))]
      : []),
  ];
  return lines.map(harmlessLine);
}

/** The apps to compare, in the order of the run. Throws `NothingToCompare` for one that the archive does not have. */
export function chosenTargets(
  { targets }: OpenArchive,
  { restore }: ComparisonCommandMessages,
  { apps }: Pick<ComparisonAsked, "apps">,
): readonly TargetFacts[] {
  const absent = apps.find((app) => !targets.some(({ appId }) => appId === app));
  if (absent === undefined) return apps.length === 0 ? targets : targets.filter(({ appId }) => apps.includes(appId));
  const known = targets.map(({ appId, appName }) => restore.value.nameAndCode(appName, appId));
  throw new NothingToCompare(harmlessLine(restore.refused.noApp(absent, known)));
}
