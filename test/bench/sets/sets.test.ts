import { deflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { createDomain } from "../../emulator/domain/domain";
import { Files } from "../../emulator/domain/files";
import { showRecord } from "../../emulator/records/show";
import type { TableRow } from "../../emulator/records/record";
import { addRecord } from "../../emulator/records/write";
import { buildApp } from "./build-app";
import { noise } from "./chance";
import { setPlans } from "./plan";

function build(plan: Parameters<typeof buildApp>[1]) {
  const domain = createDomain();
  for (const code of ["admin", "sato", "suzuki"]) domain.people.addUser({ code, name: code, password: "kintone" });
  return { domain, ...buildApp(domain, plan, "admin") };
}

const rich = {
  name: "混在",
  records: 40,
  form: "wide" as const,
  table: true,
  files: { count: 30, size: 5000 },
};

it("a set is the same each time, but for the keys that kintone makes up", () => {
  const look = () => {
    const { domain, app } = build(rich);
    const shown = [...app.records.ascending()].map((record) => showRecord(record, domain, app, () => true));
    return JSON.stringify(shown).replace(/"fileKey":"[^"]+"/g, '"fileKey"');
  };
  expect(look()).toBe(look());
});

it("the records are such that kintone would have taken them", () => {
  const { domain, app } = build({ ...rich, files: { count: 0, size: 0 } });
  const writer = { code: "admin", timezone: "Asia/Tokyo", managesApp: true, maySee: () => true };
  const copy = domain.addApp({ name: "copy", creator: "admin", properties: app.settings.properties });
  for (const record of app.records.ascending()) {
    const cells = showRecord(record, domain, app, () => true);
    const own = Object.entries(cells).filter(([, { type }]) => !/^__|RECORD_NUMBER|CREATOR|MODIFIER|_TIME$/.test(type));
    const input = Object.fromEntries(own.map(([code, { value }]) => [code, { value }]));
    const added = addRecord(input, { domain, app: copy, writer, prefix: "record" });
    const kept = showRecord(added, domain, copy, () => true);
    const withoutIds = (code: string, value: unknown) => JSON.stringify([code, value]).replace(/"id":"\d+"/g, '"id"');
    for (const [code, { value }] of own) expect(withoutIds(code, kept[code]?.value)).toBe(withoutIds(code, value));
  }
});

it("files hang where the plan says, each with bytes of its own that do not compress", () => {
  const { app, files } = build(rich);
  const bytes = files.map(({ content }) => Files.read(content));
  expect(files).toHaveLength(30);
  expect(new Set(bytes.map((one) => Buffer.from(one).toString("base64"))).size).toBe(30);
  for (const one of bytes) {
    expect(one).toHaveLength(5000);
    expect(deflateRawSync(one).length).toBeGreaterThan(5000);
  }
  const held = [...app.records.ascending()].flatMap(({ values }) => [
    ...(values.添付 as unknown[]),
    ...(values.明細 as TableRow[]).flatMap((row) => row.values.写真 as unknown[]),
  ]);
  expect(new Set(held)).toEqual(new Set(files));
});

it("noise of an odd length has that length", () => {
  expect(noise(7, 1)).toHaveLength(7);
});

it("the sets are what the targets speak of", () => {
  const { records, attachments, mixed } = setPlans(false);
  expect(records).toMatchObject([{ records: 100_000, form: "wide" }]);
  expect(attachments).toMatchObject([{ files: { count: 5000, size: 200_000 } }]);
  expect(mixed).toHaveLength(20);
});

it("every large set of a pair is ten times the small one", () => {
  for (const quick of [false, true]) {
    const plans = setPlans(quick);
    const pairs = [
      ["records x 1", "records x 10"],
      ["attachments x 1", "attachments x 10"],
      ["growth x 1", "growth x 10"],
    ] as const;
    for (const [small, large] of pairs) {
      const [one, ten] = [plans[small][0], plans[large][0]];
      expect(ten?.records).toBe(10 * (one?.records ?? 0));
      expect(ten?.files?.count).toBe(one?.files && 10 * one.files.count);
    }
  }
});
