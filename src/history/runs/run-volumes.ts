import { type Volume, zipOf } from "../../domain/outcome";
import type { AppRecord } from "../../domain/record-store";
import { archivedRunId } from "./returned-run";

/** What a run's record says of its archive. */
export interface RunVolumes {
  /** As the archive has it. */
  runId: string;
  /** In their order; empty when the run made none. */
  volumes: Volume[];
  /** Hex; empty when the run made no volume. */
  archiveDigest: string;
}

/** `undefined` when the record has no such fields, or the user may not read them. */
export function runVolumes(record: AppRecord): RunVolumes | undefined {
  const { run_id: runId, run_volumes: table, run_archive_digest: digest } = record;
  if (!runId || !table || !digest) return undefined;
  const volumes = table.value.map(({ value }): Volume => {
    const zipSha256 = text(value.volume_zip_sha256).toLowerCase();
    return {
      name: text(value.volume_name),
      size: Number(text(value.volume_size)),
      sha256: text(value.volume_sha256).toLowerCase(),
      ...(zipSha256 !== "" && { zip: { size: Number(text(value.volume_zip_size)), sha256: zipSha256 } }),
    };
  });
  return {
    runId: archivedRunId(text(runId)),
    // A person who edits the record leaves an empty row behind.
    volumes: volumes.filter(({ name, sha256 }) => name !== "" || sha256 !== ""),
    archiveDigest: text(digest).toLowerCase(),
  };
}

/**
 * What became of a volume that the history tells of. `renamed`: its bytes, under another name; browsers do that. The zip that an encrypted
 * volume holds is as good as the volume.
 */
export type VolumeState = "unchanged" | "renamed" | "changed" | "missing";

export interface ComparedVolume {
  told: Volume;
  state: VolumeState;
  /** Absent when it is missing. */
  file?: Volume;
}

export interface VolumeComparison {
  /** One for each volume of the history, in that order. */
  volumes: ComparedVolume[];
  /** Files that are none of them, or one of them once more. */
  surplus: Volume[];
}

/**
 * Finds the volumes of the history among files. Bytes decide, so a file that was renamed is found; one whose bytes were
 * changed is known by its name, also with the ` (1)` of a browser.
 */
export function compareVolumes(told: readonly Volume[], files: readonly Volume[]): VolumeComparison {
  const left = new Set(files);
  const take = (matches: (file: Volume) => boolean) => {
    const file = [...left].find(matches);
    if (file) left.delete(file);
    return file;
  };
  const forms = (volume: Volume) => (volume.zip ? [volume, zipOf(volume)] : [volume]);
  const isForm = (volume: Volume, file: Volume) => forms(volume).find((form) => isSame(form, file));
  // Those that are best known choose first.
  const exact = told.map((volume) => take((file) => isForm(volume, file)?.name === file.name));
  const equal = told.map((volume, at) => exact[at] ?? take((file) => isForm(volume, file) !== undefined));
  const volumes = told.map((volume, at): ComparedVolume => {
    if (exact[at]) return { told: volume, state: "unchanged", file: exact[at] };
    if (equal[at]) return { told: volume, state: "renamed", file: equal[at] };
    const names = forms(volume).map(({ name }) => name);
    const file = take(({ name }) => names.includes(name)) ?? take(({ name }) => names.includes(trueName(name)));
    return file ? { told: volume, state: "changed", file } : { told: volume, state: "missing" };
  });
  return { volumes, surplus: [...left] };
}

const isSame = (one: Volume, other: Volume) => one.sha256 === other.sha256 && one.size === other.size;

/** Without what Chromium (` (1)`) and Firefox (`(1)`) put before the extension when there is a file of that name. */
function trueName(name: string): string {
  return name.replace(/ ?\(\d+\)(\.zip|\.age)$/, "$1");
}

function text(cell: { value: unknown } | undefined): string {
  return String(cell?.value ?? "").trim();
}
