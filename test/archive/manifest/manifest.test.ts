import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "../../../src/archive/canonical-json";
import type { Entry } from "../../../src/archive/entry";
import { archiveDigest } from "../../../src/archive/manifest/archive-digest";
import type { Manifest } from "../../../src/archive/manifest/manifest";
import { manifestInput, parseManifest } from "../../../src/archive/manifest/manifest-entry";
import { createPendingVolume, cutBytes, MAX_ENTRY_BYTES } from "../../../src/archive/volumes/volume-limits";
import { entry, manifestOf, targetFacts, zipBytes } from "../volume-fixture";

const sample: Manifest = {
  ...manifestOf(
    [entry("guest-3-12/records.jsonl", "{}\n", "records")],
    [
      targetFacts({
        folder: "guest-3-12",
        guestSpaceId: "3",
        renamed: [{ path: "guest-3-12/attachments/f-1/_CON.txt", trueName: "CON.txt" }],
        missing: [{ code: "NOT_IN_CSV", what: "field", text: "No column", field: "ステータス" }],
      }),
    ],
  ),
  volume: 2,
  volumes: [{ name: "b_20261123_120000.zip", size: 5, sha256: "a".repeat(64) }],
};

test("a manifest comes back as it was, without members that are not known", async () => {
  const text = await new Response(await manifestInput(sample).open()).text();
  expect(parseManifest(text)).toEqual(sample);
  expect(parseManifest(JSON.stringify({ ...sample, added: "later" }))).toEqual(sample);
});

test.each([
  ["formatVersion", { formatVersion: 4 }],
  ["formatVersion", { formatVersion: 0 }],
  ["targets.0.files.csv", { targets: [targetFacts({ files: { records: 1, csv: -1, comments: 1 } })] }],
  ["volume", { volume: 0 }],
  ["entries.0.sha256", { entries: [{ ...sample.entries[0], sha256: "x" }] }],
  ["entries.0.size", { entries: [{ ...sample.entries[0], size: -1 }] }],
  ["targets", { targets: undefined }],
])("a manifest with a wrong %s is refused, and the place is told", (place, change) => {
  const parse = () => parseManifest(JSON.stringify({ ...sample, ...change }));
  expect(parse).toThrow(
    expect.objectContaining({ code: "MANIFEST_INVALID", message: expect.stringContaining(` ${place}:`) }),
  );
});

test("what is not JSON is no manifest", () => {
  expect(() => parseManifest("PK")).toThrow(expect.objectContaining({ code: "MANIFEST_INVALID" }));
});

test("the archive digest is what sha256sum prints for the volumes, whatever their order in the folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "archive-"));
  const names = ["品質_20261123_120000.zip", "品質_20261123_120000.part02.zip"];
  const volumes = [];
  for (const name of names) {
    await writeFile(join(folder, name), name);
    volumes.push({ name, size: Buffer.byteLength(name), sha256: createHash("sha256").update(name).digest("hex") });
  }
  const printed = execFileSync("sh", ["-c", 'sha256sum "$@" | sha256sum', "sh", ...names], { cwd: folder }).toString();
  await rm(folder, { recursive: true });
  expect(printed.slice(0, 64)).toBe(archiveDigest(volumes));
});

describe("format version 1 stays as it is:", () => {
  test("the bytes of a manifest", () => {
    expect(canonicalJson(sample)).toMatchInlineSnapshot(`
      "{
        "createdAt": "2026-11-23T03:00:00.000Z",
        "entries": [
          {
            "kind": "records",
            "path": "guest-3-12/records.jsonl",
            "sha256": "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356",
            "size": 3,
            "target": "guest-3-12"
          }
        ],
        "formatVersion": 2,
        "last": true,
        "runId": "20261123-030000-a1b2",
        "targets": [
          {
            "appId": "12",
            "appName": "品質記録",
            "attachments": {
              "expected": 1,
              "written": 1
            },
            "changedMeanwhile": {
              "added": 0,
              "changed": 0,
              "deleted": 0
            },
            "comments": {
              "written": 0
            },
            "firstId": "1",
            "folder": "guest-3-12",
            "guestSpaceId": "3",
            "lastId": "2",
            "missing": [
              {
                "code": "NOT_IN_CSV",
                "field": "ステータス",
                "text": "No column",
                "what": "field"
              }
            ],
            "options": {
              "excludedFields": [],
              "include": [
                "records",
                "attachments",
                "comments",
                "settings"
              ],
              "query": ""
            },
            "records": {
              "expected": 2,
              "written": 2
            },
            "renamed": [
              {
                "path": "guest-3-12/attachments/f-1/_CON.txt",
                "trueName": "CON.txt"
              }
            ],
            "revision": "5"
          }
        ],
        "volume": 2,
        "volumes": [
          {
            "name": "b_20261123_120000.zip",
            "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "size": 5
          }
        ]
      }
      "
    `);
  });

  test("the bytes of a volume", async () => {
    const bytes = await zipBytes([
      entry("12/records.jsonl", '{"$id":{"type":"__ID__","value":"1"}}\n', "records"),
      entry("12/図.pdf", "x"),
    ]);
    expect(createHash("sha256").update(bytes).digest("hex")).toMatchInlineSnapshot(
      `"410bc581207a919203375e12b794a834523344e7f06ac2485e7043d64eb079d8"`,
    );
  });
});

describe("a pending volume", () => {
  const ofSize = (size: number, path = "12/a") => ({ ...entry(path, ""), size });

  test("is full when the next entry would exceed a limit, and starts anew", () => {
    const pending = createPendingVolume({ maxEntries: 3, maxBytes: 10_000 });
    for (const path of ["12/a", "12/b", "12/c"]) pending.add(ofSize(10, path));
    expect(pending.fits(ofSize(10))).toBe(false);
    expect(() => pending.add(ofSize(10))).toThrow(expect.objectContaining({ code: "VOLUME_TOO_LARGE" }));
    expect(pending.take().map(({ path }) => path)).toEqual(["12/a", "12/b", "12/c"]);
    expect(pending.entries).toEqual([]);
    pending.add(ofSize(9000));
    expect(pending.fits(ofSize(1000))).toBe(false);
    expect(pending.fits(ofSize(0))).toBe(true);
  });

  test("takes one entry above its limit alone, but none that no zip can hold", () => {
    const pending = createPendingVolume({ maxEntries: 3, maxBytes: 10_000 });
    expect(pending.fits(ofSize(MAX_ENTRY_BYTES))).toBe(true);
    expect(pending.fits(ofSize(MAX_ENTRY_BYTES + 1))).toBe(false);
    expect(() => pending.add(ofSize(MAX_ENTRY_BYTES + 1))).toThrow(
      expect.objectContaining({ code: "ENTRY_TOO_LARGE" }),
    );
  });

  test("takes a file that was cut for it beside a small entry, wherever its limit is", () => {
    for (const maxBytes of [64 * 1024 ** 2, 1024 ** 3, 3072 * 1024 ** 2, 8 * 1024 ** 3]) {
      const limits = { maxEntries: 3, maxBytes };
      const cut = cutBytes(limits);
      const pending = createPendingVolume(limits);
      pending.add(ofSize(0));
      const path = "guest-1234567-1234567/comments-12345.jsonl";
      expect(pending.fits({ ...ofSize(cut, path), target: "guest-1234567-1234567" })).toBe(true);
      expect(cut).toBeGreaterThan(Math.min(maxBytes, MAX_ENTRY_BYTES) * 0.999);
    }
    expect(cutBytes({ maxEntries: 3, maxBytes: 10 })).toBe(0);
  });

  test("becomes a zip within the limit, whatever the names and contents", async () => {
    const pending = createPendingVolume<Entry>({ maxEntries: 100, maxBytes: 50_000 });
    for (let id = 1; ; id += 1) {
      const next = entry(
        `12/attachments/図面-${id}/${"名".repeat(id)}`,
        crypto.getRandomValues(new Uint8Array(id * 10)),
      );
      if (!pending.fits(next)) break;
      pending.add(next);
    }
    const entries = pending.take();
    expect((await zipBytes([...entries, manifestInput(manifestOf(entries))])).length).toBeLessThan(50_000 + 500);
    expect(entries.length).toBeGreaterThan(20);
  });
});
