import { createHash } from "node:crypto";
import type { Entry } from "../../src/archive/entry";
import type { Manifest, TargetFacts } from "../../src/archive/manifest/manifest";
import { manifestInput } from "../../src/archive/manifest/manifest-entry";
import type { NamedVolume } from "../../src/archive/verify/verify-archive";
import { archiveName, volumeName } from "../../src/archive/volumes/volume-name";
import { DATE, manifestOf, randomAccess, zipBytes } from "./volume-fixture";

/** A volume's file. */
export interface VolumeFile {
  name: string;
  bytes: Buffer<ArrayBuffer>;
  manifest: Manifest;
  /** As it lies in the zip. */
  manifestBytes: Uint8Array;
}

/** Changes what is said in the manifest of a volume, before the volumes after it are written. */
export type Spoil = (manifest: Manifest) => Partial<Manifest>;

/** An archive of as many volumes as there are lists of entries. All its manifests know all targets. */
export async function archiveOf(
  contents: ReadonlyArray<readonly Entry[]>,
  targets: TargetFacts[],
  spoil: Spoil = () => ({}),
): Promise<VolumeFile[]> {
  const files: VolumeFile[] = [];
  for (const [at, entries] of contents.entries()) {
    const volume = at + 1;
    const last = volume === contents.length;
    const before = files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) }));
    const sound: Manifest = { ...manifestOf(entries, targets), volume, last, volumes: last ? before : [] };
    const manifest = { ...sound, ...spoil(sound) };
    const name = volumeName(archiveName({ prefix: "品質", startedAt: DATE, timeZone: "Asia/Tokyo" }), volume);
    const input = manifestInput(manifest);
    const bytes = await zipBytes([...entries, input]);
    const manifestBytes = new Uint8Array(await new Response(await input.open()).arrayBuffer());
    files.push({ name, bytes, manifest, manifestBytes });
  }
  return files;
}

export function named(files: readonly VolumeFile[]): NamedVolume[] {
  return files.map(({ name, bytes }) => ({ name, source: randomAccess(bytes) }));
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
