import type { DomainFacts, TargetFacts } from "../../archive/manifest/manifest";
import { createGapRoom } from "../../archive/manifest/named-gaps";
import { type VolumeLimits, createPendingVolume } from "../../archive/volumes/volume-limits";
import { type BackupError, toBackupError } from "../../domain/errors";
import type { StagedEntry } from "../../staging/staging";
import type { Memory } from "../journal/memory";
import { encryptVolume } from "./encrypt-volume";
import { type PackedVolume, type VolumeParts, type VolumePlan, packVolume } from "./pack-volume";

/**
 * Takes the entries of a run and makes volumes of them, each packed as soon as it is full, which gives room back. Only the
 * first waits until the end, because its `README.txt` tells what is missing from the whole archive. Once a volume could
 * not be packed or read back, nothing more can be added: its entries would be missing without a word.
 */
export interface ArchiveBuilder {
  add(entry: StagedEntry): Promise<void>;
  /** What the manifest tells about a target; call it before the target's entries are added. */
  addTarget(facts: TargetFacts): void;
  /** The same for the domain beside the apps. */
  setDomain(facts: DomainFacts): void;
  /** Packs what is left. No entries at all make no volume. */
  finish(): Promise<void>;
  /** Packed and read back so far, in their order. */
  readonly volumes: readonly PackedVolume[];
}

export function createArchiveBuilder(limits: VolumeLimits, parts: VolumeParts & { memory: Memory }): ArchiveBuilder {
  const pending = createPendingVolume<StagedEntry>(limits);
  const targets: TargetFacts[] = [];
  let domain: DomainFacts | undefined;
  const gaps = createGapRoom();
  /** Packed, in their order, but for the first. */
  const further: PackedVolume[] = [];
  let first: PackedVolume | undefined;
  /** What the first volume holds, once it is full. */
  let ofFirst: StagedEntry[] | undefined;
  let failure: BackupError | undefined;

  const volumes = () => [...(first ? [first] : []), ...further];

  async function pack(volume: number, entries: readonly StagedEntry[], last: boolean): Promise<PackedVolume> {
    try {
      const paths = entries.map(({ path }) => path);
      const packed =
        (await parts.memory.volume(volume, paths)) ??
        (await made({ volume, last, entries, targets, domain, earlier: volumes() }, parts));
      await parts.memory.packed(volume, packed, paths);
      for (const entry of entries) await entry.remove();
      return packed;
    } catch (thrown) {
      failure ??= toBackupError(thrown);
      throw failure;
    }
  }

  /** The pending volume is full. */
  async function makeRoom(): Promise<void> {
    if (failure) throw failure;
    if (!ofFirst) {
      ofFirst = pending.take();
      return;
    }
    further.push(await pack(further.length + 2, pending.entries, false));
    pending.take();
    parts.progress.phase("reading");
  }

  return {
    get volumes() {
      return volumes();
    },
    async add(entry) {
      if (failure || (!pending.fits(entry) && pending.entries.length > 0)) await makeRoom();
      pending.add(entry);
    },
    addTarget(facts) {
      targets.push({ ...facts, missing: gaps.named(facts.missing) });
    },
    setDomain(facts) {
      domain = { ...facts, missing: gaps.named(facts.missing) };
    },
    async finish() {
      // Nothing comes behind a volume that failed; what it would have held makes room for the first.
      if (failure) for (const entry of pending.take()) await entry.remove();
      if (ofFirst) first = await pack(1, ofFirst, false);
      if (failure) throw failure;
      if (pending.entries.length === 0) return;
      const packed = await pack(volumes().length + 1, pending.entries, true);
      if (first) further.push(packed);
      else first = packed;
    },
  };
}

async function made(plan: VolumePlan, parts: VolumeParts): Promise<PackedVolume> {
  const packed = await packVolume(plan, parts);
  return parts.encrypt ? encryptVolume(packed, parts.encrypt, parts) : packed;
}
