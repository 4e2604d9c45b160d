import type { Manifest, VolumeFacts } from "../manifest/manifest";
import { parseVolumeName } from "../volumes/volume-name";
import type { Finding } from "./finding";
import type { VolumeVerdict } from "./verify-volume";

/** A volume that was verified, called as its file is and measured as its bytes are. */
export interface VerifiedVolume extends VolumeFacts {
  verdict: VolumeVerdict;
}

/** A volume with a manifest, which says where it belongs. */
export interface KnownVolume extends VerifiedVolume {
  manifest: Manifest;
}

/** The volumes of one run among those that were given. */
export interface VolumeSet {
  /** In the order of their numbers, no number twice. */
  members: KnownVolume[];
  last?: KnownVolume;
  /** Whether every volume of the run is there, once. */
  isComplete: boolean;
  /** What is wrong with the set: volumes missing, foreign, twice, or not as the last one lists them. */
  findings: Finding[];
}

/** Sorts out which of the volumes belong together. Of several runs, the one with the most volumes counts. */
export function volumeSet(volumes: readonly VerifiedVolume[]): VolumeSet {
  const findings: Finding[] = [];
  const known = volumes.flatMap((volume) => {
    const { manifest } = volume.verdict;
    return manifest ? [{ ...volume, manifest }] : [];
  });
  const runId = mainRun(known);
  for (const { name, manifest } of known.filter((volume) => volume.manifest.runId !== runId)) {
    findings.push({ code: "VOLUME_FOREIGN", volume: name, message: `Of run ${manifest.runId}, not ${runId}` });
  }
  const ofRun = known
    .filter(({ manifest }) => manifest.runId === runId)
    .sort((a, b) => a.manifest.volume - b.manifest.volume);
  const members = ofRun.filter(({ manifest }, at) => manifest.volume !== ofRun[at - 1]?.manifest.volume);
  for (const { name, manifest } of ofRun.filter((volume) => !members.includes(volume))) {
    findings.push({ code: "VOLUME_TWICE", volume: name, message: `Volume ${manifest.volume} is there already` });
  }

  const last = lastOf(members, findings);
  findings.push(...wrongLists(members, last));
  // A damaged volume that cannot tell its number is known by its name.
  const unknown = volumes.filter(({ verdict }) => !verdict.manifest);
  findings.push(...(last ? againstList(last, ofRun, unknown) : gaps(members)));

  const total = last?.manifest.volume;
  const isComplete = members.length === total && ofRun.length === total;
  return { members, ...(last && { last }), isComplete, findings };
}

/** Of runs with equally many volumes, the one whose last volume is there. */
function mainRun(known: readonly KnownVolume[]): string | undefined {
  const runs = new Map<string, number>();
  for (const { runId, last } of known.map(({ manifest }) => manifest)) {
    runs.set(runId, (runs.get(runId) ?? 0) + (last ? 1.5 : 1));
  }
  const [main] = [...runs].sort(([, a], [, b]) => b - a);
  return main?.[0];
}

/** The one with the highest number that says so. */
function lastOf(members: readonly KnownVolume[], findings: Finding[]): KnownVolume | undefined {
  const lasts = members.filter(({ manifest }) => manifest.last);
  const last = lasts.at(-1);
  if (!last) findings.push({ code: "LAST_MISSING", message: "None of the volumes is the last one" });
  for (const { name } of lasts.slice(0, -1)) {
    findings.push({ code: "LAST_TWICE", volume: name, message: `${last?.name} says that it is the last one, too` });
  }
  for (const { name, manifest } of members) {
    if (!last || manifest.volume <= last.manifest.volume) continue;
    const message = `It is volume ${manifest.volume}, and ${last.manifest.volume} is the last`;
    findings.push({ code: "VOLUME_SURPLUS", volume: name, message });
  }
  return last;
}

function wrongLists(members: readonly KnownVolume[], last: KnownVolume | undefined): Finding[] {
  return members.flatMap((member): Finding[] => {
    const expected = member === last ? member.manifest.volume - 1 : 0;
    const actual = member.manifest.volumes.length;
    // A second "last" one has been told of as such.
    if (actual === expected || (member !== last && member.manifest.last)) return [];
    return [{ code: "VOLUME_LIST_WRONG", volume: member.name, expected, actual, message: "Its list of volumes" }];
  });
}

function againstList(last: KnownVolume, ofRun: readonly KnownVolume[], unknown: readonly VerifiedVolume[]): Finding[] {
  const [first] = last.manifest.volumes;
  return [
    ...last.manifest.volumes.flatMap((listed, at): Finding[] => {
      const found: VerifiedVolume[] = ofRun.filter((volume) => volume !== last && volume.manifest.volume === at + 1);
      if (found.length === 0) found.push(...unknown.filter(({ name }) => name === listed.name));
      if (found.length > 0) return found.flatMap((volume) => differences(listed, volume));
      return [{ code: "VOLUME_MISSING", volume: listed.name, message: `Volume ${at + 1} is not there` }];
    }),
    ...(first ? misnamedLast(first, last) : []),
  ];
}

function differences(listed: VolumeFacts, { name, size, sha256 }: VolumeFacts): Finding[] {
  const findings: Finding[] = [];
  if (name !== listed.name) {
    findings.push({ code: "VOLUME_NAME_MISMATCH", volume: name, message: `Listed as ${listed.name}` });
  }
  if (size !== listed.size) {
    const sizes = { expected: listed.size, actual: size };
    findings.push({ code: "VOLUME_SIZE_MISMATCH", volume: name, ...sizes, message: "Another size" });
  } else if (sha256 !== listed.sha256) {
    const message = `Its SHA-256 is ${sha256}, not ${listed.sha256}`;
    findings.push({ code: "VOLUME_DIGEST_MISMATCH", volume: name, message });
  }
  return findings;
}

/** No list has the last volume's name, but the names of all volumes differ in their number only. */
function misnamedLast(first: VolumeFacts, { name, manifest }: KnownVolume): Finding[] {
  const [expected, actual] = [parseVolumeName(first.name), parseVolumeName(name)];
  if (!expected) return [];
  if (actual?.archive === expected.archive && actual.volume === manifest.volume) return [];
  return [{ code: "VOLUME_NAME_MISMATCH", volume: name, message: `Not the name of volume ${manifest.volume}` }];
}

/** Without a list: the numbers that are left out. One finding for each gap, which may be as wide as a manifest claims. */
function gaps(members: readonly KnownVolume[]): Finding[] {
  return members.flatMap(({ manifest }, at): Finding[] => {
    const [from, to] = [(members[at - 1]?.manifest.volume ?? 0) + 1, manifest.volume - 1];
    if (from > to) return [];
    return [{ code: "VOLUME_MISSING", message: from === to ? `Volume ${from}` : `Volumes ${from} to ${to}` }];
  });
}
