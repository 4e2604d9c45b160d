import { type Measure, createMeter } from "../bytes/digest";
import { canonicalJson } from "../canonical-json";
import { DOMAIN_FOLDER } from "../domain-lists";
import { archiveDigest } from "../manifest/archive-digest";
import type { Manifest } from "../manifest/manifest";
import { README_PATH } from "../manifest/manifest-entry";
import { foldedName } from "../names";
import type { ReadOptions } from "../zip/read-chunks";
import type { RandomAccess } from "../zip/zip-reader";
import { compareDomain } from "./domain-counts";
import type { Finding } from "./finding";
import { compareCounts } from "./target-counts";
import { verifyVolume } from "./verify-volume";
import { type KnownVolume, type VerifiedVolume, type VolumeSet, volumeSet } from "./volume-set";

/** A file that is thought to be a volume of the archive. */
export interface NamedVolume {
  /** File name, without folders. */
  name: string;
  source: RandomAccess;
}

export interface ArchiveVerdict {
  /** Each volume by itself, in the order in which they were given. */
  volumes: VerifiedVolume[];
  /** What is wrong between the volumes; what is wrong in one is in its verdict. */
  findings: Finding[];
  /** Whether there is no finding, here and in any volume. */
  sound: boolean;
  /** Absent when no volume has a readable manifest. */
  runId?: string;
  /**
   * To be compared with that of the run's history: over the files as they are and as they are called here. Absent while a
   * volume is missing, there twice, or cannot tell its number.
   */
  archiveDigest?: string;
}

export interface VerifyArchiveOptions extends ReadOptions {
  /** Called before each volume. */
  onVolume?: (name: string) => void;
  /** Called with the number of bytes of every chunk of a file that was measured: in the end, the sizes of all files. */
  onMeasured?: (bytes: number) => void;
}

/**
 * Reads a whole archive back: every volume by `verifyVolume`, and then what only all of them together can tell. They may be
 * given in any order, incomplete, or mixed with those of other runs. Never stops at the first finding. Rejects only with the
 * signal's reason or with what a `source` threw.
 */
export async function verifyArchive(
  volumes: readonly NamedVolume[],
  options: VerifyArchiveOptions = {},
): Promise<ArchiveVerdict> {
  const verified: VerifiedVolume[] = [];
  for (const { name, source } of volumes) {
    options.onVolume?.(name);
    const measure = await measured(source, options);
    verified.push({ name, ...measure, verdict: await verifyVolume(source, options) });
  }
  const set = volumeSet(verified);
  const { members, isComplete } = set;
  const findings = [...set.findings, ...pathsTwice(members), ...misplacedReadmes(members), ...aboutTargets(set)];
  const runId = members[0]?.manifest.runId;
  return {
    volumes: verified,
    findings,
    sound: findings.length === 0 && verified.every(({ verdict }) => verdict.findings.length === 0),
    ...(runId !== undefined && { runId }),
    ...(isComplete && { archiveDigest: archiveDigest(members) }),
  };
}

const CHUNK_BYTES = 1024 ** 2;

async function measured(source: RandomAccess, { signal, onMeasured }: VerifyArchiveOptions): Promise<Measure> {
  const meter = createMeter();
  for (let start = 0; start < source.size; start += CHUNK_BYTES) {
    signal?.throwIfAborted();
    const chunk = await source.bytes(start, Math.min(start + CHUNK_BYTES, source.size));
    meter.add(chunk);
    onMeasured?.(chunk.length);
  }
  return meter.finish();
}

function pathsTwice(members: readonly KnownVolume[]): Finding[] {
  const taken = new Map<string, string>();
  return members.flatMap(({ name, manifest }) =>
    manifest.entries.flatMap(({ path }): Finding[] => {
      const folded = foldedName(path);
      const holder = taken.get(folded);
      taken.set(folded, holder ?? name);
      return holder === undefined ? [] : [{ code: "PATH_TWICE", volume: name, path, message: `In ${holder}, too` }];
    }),
  );
}

function misplacedReadmes(members: readonly KnownVolume[]): Finding[] {
  return members.flatMap(({ name, manifest }) =>
    manifest.entries.flatMap(({ path, kind }): Finding[] => {
      const [isCalledSo, isReadme] = [path === README_PATH, kind === "readme"];
      if (isCalledSo === isReadme && (!isReadme || manifest.volume === 1)) return [];
      return [{ code: "README_MISPLACED", volume: name, path, message: `${kind} in volume ${manifest.volume}` }];
    }),
  );
}

/** The last volume knows all targets and the domain, so it judges what the others say and hold; without it, nothing can be judged. */
function aboutTargets({ members, last, isComplete }: VolumeSet): Finding[] {
  if (!last) return [];
  const { targets, domain } = last.manifest;
  const truths = new Map(toldIn(last.manifest));
  const findings = members.flatMap(({ name, manifest }) => {
    const told = toldIn(manifest).flatMap(([folder, facts]): Finding[] => {
      if (!truths.has(folder) || truths.get(folder) === facts) return [];
      return [{ code: "TARGET_MISMATCH", volume: name, path: folder, message: `${last.name} says something else` }];
    });
    const named = [...toldIn(manifest).map(([folder]) => folder), ...manifest.entries.map(({ target }) => target)];
    const unknown = [...new Set(named)].flatMap((path): Finding[] => {
      if (path === undefined || truths.has(path)) return [];
      return [{ code: "TARGET_UNKNOWN", volume: name, path, message: `${last.name} does not know it` }];
    });
    return [...told, ...unknown];
  });

  const entries = members.flatMap(({ manifest }) => manifest.entries);
  const lines = new Map(members.flatMap(({ verdict }) => [...verdict.lines]));
  // A volume that holds records and knows their target has told of them already.
  const toldAlready = new Set(members.flatMap(({ verdict }) => verdict.findings.map(codeAndPath)));
  const held = { entries, lines, isWhole: isComplete };
  const counts = [...compareCounts(targets, held), ...compareDomain(domain, held)];
  return [...findings, ...counts.filter((finding) => !toldAlready.has(codeAndPath(finding)))];
}

/** What a manifest says of each folder, as one text. */
function toldIn({ targets, domain }: Manifest): Array<[folder: string, facts: string]> {
  return [
    ...targets.map((facts): [string, string] => [facts.folder, canonicalJson(facts)]),
    ...(domain ? [[DOMAIN_FOLDER, canonicalJson(domain)] as [string, string]] : []),
  ];
}

function codeAndPath({ code, path }: Finding): string {
  return `${code} ${path}`;
}
