import { archiveDigest } from "../../archive/manifest/archive-digest";
import { zipOf } from "../../domain/outcome";
import type { AppRecord } from "../../domain/record-store";
import { runVolumes } from "../../history/runs/run-volumes";
import type { ToldArchive } from "../../screens/verify/judgement";

/** What a run's record says of its archive; `undefined` when it says nothing. A run without volumes has no digest, and that is in order. */
export function toldArchive(record: AppRecord): ToldArchive | undefined {
  const told = runVolumes(record);
  if (!told) return undefined;
  const { volumes } = told;
  return {
    ...told,
    digestAgrees: told.archiveDigest === (volumes.length > 0 ? archiveDigest(volumes.map(zipOf)) : ""),
  };
}
