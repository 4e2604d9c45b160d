import { type OpenArchive, openArchive } from "../../archive/reading/open-archive";
import type { OpenedArchive, RestoreWork } from "../../screens/restore/restore-desk";
import type { ArchiveCheck } from "../../screens/verify/archive-check";
import { namedVolumes, verifyInBrowser } from "./verify-in-browser";

type Zips = Parameters<RestoreWork["open"]>[0];

/** Reads zips back, and opens them when they are a sound archive. */
export async function openZips(
  { files, runId }: Zips,
  watcher: Parameters<RestoreWork["open"]>[1],
): Promise<{ check: ArchiveCheck; archive: OpenArchive | undefined }> {
  const check = await verifyInBrowser({ files, ...(runId !== undefined && { runId }) }, watcher);
  const own = files.filter(({ name }) => check.files.some((file) => file.name === name));
  const isSound = check.findings.every(({ code }) => code === "VOLUME_NAME_MISMATCH");
  return { check, archive: isSound ? await openArchive(namedVolumes(own)) : undefined };
}

export function outlined({ runId, createdAt, targets }: OpenArchive): OpenedArchive {
  return {
    ...{ runId, createdAt },
    apps: targets.map(({ folder, appId, guestSpaceId, appName, records, attachments }) => ({
      ...{ folder, app: { appId, ...(guestSpaceId && { guestSpaceId }) }, name: appName },
      ...{ records: records.written, attachments: attachments.written },
    })),
  };
}
