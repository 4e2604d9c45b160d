import type { Manifest, TargetFacts } from "../../archive/manifest/manifest";
import { manifestOfVolume } from "../../archive/reading/manifest-of-volume";
import type { Finding } from "../../archive/verify/finding";
import { gapsOf, gapsOfDomain } from "../../archive/verify/target-gaps";
import { type ArchiveVerdict, type NamedVolume, verifyArchive } from "../../archive/verify/verify-archive";
import type { ArchiveCheck, BackupCounts, CheckProgress } from "../../screens/verify/archive-check";

interface VerifyFilesOptions {
  /** Files of other runs are set aside. Without it, the run that most files are of counts. */
  runId?: string;
  report: (progress: CheckProgress) => void;
  signal?: AbortSignal;
}

/** Reads files back as one archive. Rejects with the signal's reason, or with what a file threw. */
export async function verifyFiles(
  files: readonly NamedVolume[],
  { runId, report, signal }: VerifyFilesOptions,
): Promise<ArchiveCheck> {
  const options = signal ? { signal } : {};
  const foreign: ArchiveCheck["foreign"] = [];
  const own: NamedVolume[] = [];
  for (const file of files) {
    signal?.throwIfAborted();
    const other = runId === undefined ? undefined : (await manifestOfVolume(file.source, options))?.runId;
    if (other === undefined || other === runId) own.push(file);
    else foreign.push({ name: file.name, runId: other });
  }
  const check = plain(await verifyArchive(withProgress(own, report), options));
  // Of nothing, nothing can be wrong.
  return { ...check, foreign, findings: own.length > 0 ? check.findings : [] };
}

/** Every file is read twice, once to be measured and once to be unpacked: half of what was read is done. */
function withProgress(files: readonly NamedVolume[], report: (progress: CheckProgress) => void): NamedVolume[] {
  const total = files.reduce((sum, { source }) => sum + source.size, 0);
  let before = 0;
  return files.map(({ name, source }) => {
    const { size } = source;
    const start = before;
    before += size;
    let read = 0;
    return {
      name,
      source: {
        size,
        async bytes(from, to) {
          const bytes = await source.bytes(from, to);
          read += bytes.length;
          report({ name, done: start + Math.min(size, Math.floor(read / 2)), total });
          return bytes;
        },
      },
    };
  });
}

/** Without the manifests, which can be long and are of no more use. */
function plain({ volumes, findings, runId, archiveDigest }: ArchiveVerdict): Omit<ArchiveCheck, "foreign"> {
  const inVolumes = volumes.flatMap(({ name, verdict }) =>
    verdict.findings.map((finding): Finding => ({ ...finding, volume: name })),
  );
  const sum = (key: "entries" | "bytes") => volumes.reduce((total, { verdict }) => total + verdict.counts[key], 0);
  const manifests = volumes.flatMap(({ verdict: { manifest } }) =>
    manifest && manifest.runId === runId ? [manifest] : [],
  );
  const last = manifests.find((manifest) => manifest.last);
  const domain = (last ?? manifests.find((manifest) => manifest.domain))?.domain;
  return {
    files: volumes.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    findings: [...findings, ...inVolumes],
    counts: { entries: sum("entries"), bytes: sum("bytes") },
    ...(runId !== undefined && { runId }),
    ...(archiveDigest !== undefined && { archiveDigest }),
    ...(domain && { domain: gapsOfDomain(domain) }),
    targets: (last?.targets ?? knownTargets(manifests)).map(gapsOf),
    ...(last && { backup: backupCounts(last.targets) }),
  };
}

/** Without the last volume, as far as the others tell; they say the same about a target. */
function knownTargets(manifests: readonly Manifest[]): TargetFacts[] {
  return [...new Map(manifests.flatMap(({ targets }) => targets.map((facts) => [facts.folder, facts]))).values()];
}

function backupCounts(targets: readonly TargetFacts[]): BackupCounts {
  const sum = (count: (target: TargetFacts) => number) => targets.reduce((total, target) => total + count(target), 0);
  return {
    targets: targets.length,
    records: sum(({ records }) => records.written),
    attachments: sum(({ attachments }) => attachments.written),
    comments: sum(({ comments }) => comments.written),
  };
}
