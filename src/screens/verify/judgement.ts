import type { Finding, FindingCode } from "../../archive/verify/finding";
import { type RunVolumes, type VolumeComparison, compareVolumes } from "../../history/runs/run-volumes";
import { type ArchiveCheck, hasEverything } from "./archive-check";

/** What a run's record says of its archive, and whether its list of volumes and its archive digest agree. */
export interface ToldArchive extends RunVolumes {
  digestAgrees: boolean;
}

/** What came of the comparison, the worst that applies first. */
export type Verdict =
  /** None of the files is of the run. */
  | "foreign"
  /** Something was changed, or cannot be read back. */
  | "damaged"
  /** List and digest in the history do not agree, so it proves nothing. */
  | "doubtful-history"
  /** What is there is as it was; not all files are there. */
  | "files-missing"
  /** All that the history tells of is there, but the run did not finish its archive. */
  | "unfinished"
  /** All files are as they were, and the run could not put all into them that it was asked for. */
  | "incomplete"
  /** All is well, but there are files that do not belong here. */
  | "surplus"
  | "sound";

export interface Judgement extends VolumeComparison {
  verdict: Verdict;
  /** Whether all files given are those of the run's record, each once. */
  ofThisRun: boolean;
  /** Whether all files of the record are there, and the archive has an end. */
  complete: boolean;
  /** Whether what is there has the bytes that the record tells of. */
  unchanged: boolean;
  /** Whether all that was unpacked is as the manifests say. */
  readable: boolean;
  /** Whether the run put all into the archive that it was asked for, and all of that is there and can be believed. */
  everything: boolean;
  /** Without the names that the comparison has shown to be harmless. */
  findings: Finding[];
}

/** What is wrong with the choice of files, not with any of them. */
const ABOUT_THE_CHOICE: ReadonlySet<FindingCode> = new Set([
  "VOLUME_MISSING",
  "LAST_MISSING",
  "VOLUME_FOREIGN",
  "VOLUME_TWICE",
]);

/** Compares files that were read back with what the history tells of them. */
export function judge(told: ToldArchive, check: ArchiveCheck): Judgement {
  const { files, foreign, findings: found } = check;
  const comparison = compareVolumes(told.volumes, files);
  const { volumes, surplus } = comparison;
  const renamed = new Set(volumes.flatMap(({ state, file }) => (state === "renamed" && file ? [file.name] : [])));
  const findings = found.filter(({ code, volume = "" }) => code !== "VOLUME_NAME_MISMATCH" || !renamed.has(volume));

  const strangers = new Set(surplus.map(({ name }) => name));
  const unfinished = findings.some(({ code }) => code === "LAST_MISSING" || code === "VOLUME_MISSING");
  const missing = volumes.filter(({ state }) => state === "missing").length;
  const sound = {
    complete: missing === 0 && !unfinished,
    unchanged: missing < volumes.length && volumes.every(({ state }) => state !== "changed"),
    readable: !findings.some(({ code, volume = "" }) => !ABOUT_THE_CHOICE.has(code) && !strangers.has(volume)),
  };
  const facts = {
    ...sound,
    ofThisRun: missing < volumes.length && surplus.length === 0 && foreign.length === 0,
    // What was changed may have a manifest that was, too.
    everything: Object.values(sound).every(Boolean) && hasEverything(check),
  };
  const verdicts: Array<[Verdict, boolean]> = [
    ["foreign", missing === volumes.length],
    ["damaged", !facts.unchanged || !facts.readable],
    ["doubtful-history", !told.digestAgrees],
    ["files-missing", missing > 0],
    ["unfinished", !facts.complete],
    ["incomplete", !facts.everything],
    ["surplus", !facts.ofThisRun],
  ];
  const [verdict] = verdicts.find(([, applies]) => applies) ?? ["sound" as const];
  return { ...comparison, ...facts, findings, verdict };
}
