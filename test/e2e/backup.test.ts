import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleTargets } from "../emulator/sample/targets";
import { type OpenedArchive, openArchive, sha256 } from "./opened-archive";
import { type Stage, photograph, runToItsEnd, setStage } from "./stage";
import { PASSWORD } from "../../scripts/local-kintone";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";

let stage: Stage;
let archive: OpenedArchive;
let archiveName: string;
let archiveFile: string;

beforeAll(async () => {
  stage = await setStage();
  const page = await stage.openList("sato");
  const downloads = await runToItsEnd(page);
  await photograph(page, "whole-sample");
  expect(downloads).toHaveLength(1);
  archiveName = downloads[0]!.suggestedFilename();
  archiveFile = (await downloads[0]!.path())!;
  archive = await openArchive(archiveFile);
});
afterAll(() => stage?.close());

const enabled = sampleTargets.filter(({ enabled: isEnabled }) => isEnabled);

/** The official client, in the guest space where there is one. */
function clientFor(guestSpaceId?: string): KintoneRestAPIClient {
  return new KintoneRestAPIClient({
    baseUrl: stage.emulator.url,
    auth: { username: "sato", password: PASSWORD },
    ...(guestSpaceId && { guestSpaceId }),
  });
}

interface FileItem {
  fileKey: string;
  name: string;
}

describe("the archive that the button downloads", () => {
  it("is named by prefix and time", () => {
    expect(archiveName).toMatch(/^kintone-backup_\d{8}_\d{6}-[0-9a-f]{6}\.zip$/);
  });

  it.each(enabled)("holds every record of $appName as kintone gives it", async ({ appId, guestSpaceId }) => {
    const folder = guestSpaceId ? `guest-${guestSpaceId}-${appId}` : appId;
    const records = await clientFor(guestSpaceId).record.getAllRecords({ app: appId });
    const lines = archive.text(`${folder}/records.jsonl`).split("\n").slice(0, -1);
    const byId = (a: { $id: { value: string } }, b: { $id: { value: string } }) =>
      Number(a.$id.value) - Number(b.$id.value);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual((records as never[]).sort(byId));
  });

  it.each(enabled)("holds every attachment of $appName, byte for byte", async ({ appId, guestSpaceId }) => {
    const folder = guestSpaceId ? `guest-${guestSpaceId}-${appId}` : appId;
    const client = clientFor(guestSpaceId);
    const records = await client.record.getAllRecords({ app: appId });
    const files = records.flatMap((record) => filesIn(record as Cells));
    const expected = new Map<string, number>();
    for (const { fileKey } of files) {
      const digest = sha256(new Uint8Array(await client.file.downloadFile({ fileKey })));
      expected.set(digest, (expected.get(digest) ?? 0) + 1);
    }
    const actual = new Map<string, number>();
    for (const [path, digest] of archive.digests) {
      if (path.startsWith(`${folder}/attachments/`)) actual.set(digest, (actual.get(digest) ?? 0) + 1);
    }
    expect(actual).toEqual(expected);
  });

  it("agrees with its own manifest", () => {
    const manifest = JSON.parse(archive.text("manifest.json")) as {
      entries: Array<{ path: string; sha256: string }>;
      targets: Array<{ appId: string; records: { expected: number; written: number } }>;
    };
    const listed = new Map(manifest.entries.map((entry) => [entry.path, entry.sha256]));
    expect(new Map([...archive.digests].filter(([path]) => path !== "manifest.json"))).toEqual(listed);
    expect(manifest.targets.map(({ appId }) => appId)).toEqual(enabled.map(({ appId }) => appId));
    for (const { records } of manifest.targets) expect(records.written).toBe(records.expected);
  });
});

describe("the run's record in the history", () => {
  it("tells the same as the archive", async () => {
    const { records } = await stage.witness.record.getRecords({
      app: stage.appId,
      query: 'record_type in ("run") order by $id desc limit 1',
    });
    const run = records[0] as Cells;
    const manifest = JSON.parse(archive.text("manifest.json")) as { runId: string };
    expect(run.run_status?.value).toBe("success");
    expect(run.run_id?.value).toBe(manifest.runId);
    expect(run.run_operator_code?.value).toBe("sato");
    expect(run.run_lock?.value).toBe("");
    const volumes = run.run_volumes?.value as Array<{ value: Cells }>;
    expect(volumes.map(({ value }) => value.volume_name?.value)).toEqual([archiveName]);
    const { readFile } = await import("node:fs/promises");
    expect(volumes[0]?.value.volume_sha256?.value).toBe(sha256(await readFile(archiveFile)));
    const results = run.run_results?.value as Array<{ value: Cells }>;
    expect(results.map(({ value }) => [value.result_app_id?.value, value.result_status?.value])).toEqual(
      enabled.map(({ appId }) => [appId, "success"]),
    );
    const [log] = run.run_log?.value as FileItem[];
    const text = new TextDecoder().decode(await stage.witness.file.downloadFile({ fileKey: log!.fileKey }));
    expect(text).toContain(archiveName);
  });
});

type Cells = Record<string, { type: string; value: unknown } | undefined>;

function filesIn(cells: Cells): FileItem[] {
  return Object.values(cells).flatMap((cell) => {
    if (cell?.type === "FILE") return cell.value as FileItem[];
    if (cell?.type !== "SUBTABLE") return [];
    return (cell.value as Array<{ value: Cells }>).flatMap(({ value }) => filesIn(value));
  });
}
