import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import JSZip from "jszip";
import { PDFDocument } from "pdf-lib";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, it } from "vitest";
import { createDomain, type Domain } from "../domain/domain";
import { APP_IDS, type SampleApp, type SampleFile, type SampleValue } from "./app";
import { createSampleApps, loadSample } from "./load";
import { people } from "./people";
import { sampleTargets } from "./targets";

let apps: SampleApp[];
beforeAll(async () => {
  apps = await createSampleApps(7);
});

describe("the sample", () => {
  it("is the same, byte for byte, for the same seed and another for another", async () => {
    const digest = digestOf(apps);
    expect(digestOf(await createSampleApps(7))).toBe(digest);
    expect(digestOf(await createSampleApps(8))).not.toBe(digest);
  });

  it("is large enough to page and small enough to start quickly", () => {
    const files = apps.flatMap(filesOf);
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    expect(apps.reduce((sum, { records }) => sum + records.length, 0)).toBeGreaterThan(5500);
    expect(recordsOf(APP_IDS.qualityRecords)).toHaveLength(2400);
    expect(recordsOf(APP_IDS.newProject)).toHaveLength(0);
    expect(files.length).toBeGreaterThan(400);
    expect(bytes).toBeGreaterThan(20e6);
    expect(bytes).toBeLessThan(40e6);
  });

  it("has the awkward names: one name twice in a field, and 200 characters", () => {
    const names = apps.flatMap(filesOf).map(({ name }) => name);
    expect(names.some((name) => [...name].length === 200)).toBe(true);
    expect(recordsOf(APP_IDS.drawings)[0]?.values["図面ファイル"]).toMatchObject([
      { name: "図面.pdf" },
      { name: "図面.pdf" },
    ]);
  });

  it("gives each attachment content of its own", () => {
    const drawings = apps.flatMap(filesOf).filter(({ contentType }) => contentType !== "image/png");
    expect(new Set(drawings.map(({ bytes }) => hash(bytes))).size).toBeGreaterThan(drawings.length * 0.9);
  });

  it("lays out every field of each form that has a place in a form", () => {
    for (const app of apps) {
      const placed = JSON.stringify(app.layout);
      const unplaced = Object.values(app.properties).filter(
        ({ code }) => !placed.includes(`"code":${JSON.stringify(code)}`),
      );
      const hidden = ["STATUS", "STATUS_ASSIGNEE", "CATEGORY", "MODIFIER", "UPDATED_TIME"];
      expect(
        unplaced.map(({ type }) => type).filter((type) => !hidden.includes(type)),
        app.name,
      ).toEqual([]);
    }
  });

  it("has a target for each app, and leaves out the one that the operator may not read", () => {
    expect(sampleTargets.map(({ appId }) => appId).sort()).toEqual(apps.map(({ id }) => id).sort());
    expect(sampleTargets.filter(({ enabled }) => !enabled).map(({ appName }) => appName)).toEqual(["人事評価"]);
  });
});

describe("the documents open", () => {
  it("PDF", async () => {
    const [first] = filesOfType("application/pdf");
    expect(new TextDecoder().decode(first?.bytes.subarray(0, 5))).toBe("%PDF-");
    for (const { bytes } of everyTenth("application/pdf"))
      expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
  });

  it("PNG, caption included", () => {
    for (const { bytes } of everyTenth("image/png")) {
      const content = Buffer.from(bytes);
      expect(PNG.sync.read(content).width).toBe(320);
      // pngjs passes over chunks that it does not know without looking at their checksum.
      const caption = content.indexOf("iTXt");
      const end = caption + 4 + content.readUInt32BE(caption - 4);
      expect(content.readUInt32BE(end)).toBe(crc32(content.subarray(caption, end)));
    }
  });

  it("XLSX, with the parts that a workbook needs", async () => {
    for (const { bytes } of everyTenth("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
      const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
      const needed = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"];
      expect(Object.keys(zip.files)).toEqual([...needed, "xl/worksheets/sheet1.xml"]);
      expect(await zip.file("xl/worksheets/sheet1.xml")?.async("string")).toContain('<row r="2">');
    }
  });
});

describe("the loaded domain", () => {
  let domain: Domain;
  beforeAll(async () => {
    domain = createDomain({ now: () => new Date("2026-11-20T00:00:00Z") });
    await loadSample(domain, { seed: 7 });
  }, 60_000);

  it("took every record, person and file", () => {
    for (const app of apps) expect(domain.apps.get(Number(app.id))?.records.lastId, app.name).toBe(app.records.length);
    expect(domain.people.users.size).toBe(people.length);
    expect(domain.files.attached.size).toBe(apps.flatMap(filesOf).length);
    expect(domain.files.uploads.size).toBe(0);
  });
});

function recordsOf(id: string) {
  return apps.find((app) => app.id === id)?.records ?? [];
}

function filesOf(app: SampleApp): SampleFile[] {
  return app.records.flatMap(({ values }) => Object.values(values).flatMap(filesIn));
}

function filesIn(value: SampleValue): SampleFile[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    if (typeof item === "string" || "code" in item) return [];
    return "row" in item ? Object.values(item.row).flatMap(filesIn) : [item];
  });
}

function filesOfType(contentType: string): SampleFile[] {
  return apps.flatMap(filesOf).filter((file) => file.contentType === contentType);
}

function everyTenth(contentType: string): SampleFile[] {
  const some = filesOfType(contentType).filter((_, index) => index % 10 === 0);
  expect(some.length).toBeGreaterThan(3);
  return some;
}

function hash(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

function digestOf(sample: SampleApp[]): string {
  return hash(JSON.stringify(sample, (_, value: unknown) => (value instanceof Uint8Array ? hash(value) : value)));
}
