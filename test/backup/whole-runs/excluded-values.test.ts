import { beforeEach, expect, it } from "vitest";
import type { App } from "../../emulator/domain/app";
import { happen } from "../../emulator/faults/events";
import { newFile } from "./inspections";
import { type FinishedRun, backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
let app: App;

const text = (code: string) => ({ type: "SINGLE_LINE_TEXT", code, label: code });
const SECRET = "秘密-7f3a";
const values: string[] = [];

/** A value that is found wherever it comes out. */
function secret(): string {
  values.push(`${SECRET}-${values.length}`);
  return values.at(-1)!;
}

beforeEach(() => {
  domain.apps.clear();
  values.length = 0;
  app = domain.addApp({
    name: "人事",
    creator: "admin",
    properties: {
      氏名: text("氏名"),
      住所: text("住所"),
      履歴書: { type: "FILE", code: "履歴書", label: "履歴書" },
      資料: { type: "FILE", code: "資料", label: "資料" },
      評価: {
        type: "SUBTABLE",
        code: "評価",
        label: "評価",
        fields: {
          期間: text("期間"),
          講評: text("講評"),
          面談記録: { type: "FILE", code: "面談記録", label: "面談記録" },
        },
      },
      経歴: { type: "SUBTABLE", code: "経歴", label: "経歴", fields: { 会社: text("会社") } },
    },
  });
  for (let number = 1; number <= 30; number += 1) addPerson(number);
});

function addPerson(number: number) {
  app.addRecord({
    氏名: { value: `氏名 ${number}` },
    住所: { value: secret() },
    履歴書: { value: [newFile(domain, `${secret()}.txt`, secret())] },
    資料: { value: [newFile(domain, "資料.txt", `資料 ${number}`)] },
    評価: {
      value: [
        {
          value: {
            期間: { value: "2026" },
            講評: { value: secret() },
            面談記録: { value: [newFile(domain, `${secret()}.txt`, secret())] },
          },
        },
      ],
    },
    経歴: { value: [{ value: { 会社: { value: secret() } } }] },
  });
}

/** Where a planted value came out. */
function leaksOf({ contents, log, outcome }: FinishedRun): string[] {
  const found = [...contents]
    .filter(([path, bytes]) => path.includes(SECRET) || Buffer.from(bytes).includes(SECRET))
    .map(([path]) => path);
  const told = JSON.stringify(outcome, (_, value: unknown) =>
    value instanceof Error ? { ...value, text: String(value) } : value,
  );
  return [...found, ...(log.includes(SECRET) ? ["log"] : []), ...(told.includes(SECRET) ? ["history"] : [])];
}

const excludedFields = ["住所", "履歴書", "講評", "面談記録", "経歴"];

it("values of excluded fields are nowhere: in tables, in files, in their names", async () => {
  const run = await kintone.backUp([target(app.id, { excludedFields })]);
  expect(run.outcome.status).toBe("success");
  expect(leaksOf(run)).toEqual([]);
  const [record] = await run.records(String(app.id));
  expect(Object.keys(record!)).toEqual(expect.arrayContaining(["氏名", "資料", "評価"]));
  expect(run.facts(String(app.id))).toMatchObject({
    options: { excludedFields },
    attachments: { expected: 30, written: 30 },
  });
  expect(run.text(`${app.id}/records.csv`)).toContain("資料-1/資料.txt");
});

it("nor when records change meanwhile, or their files are gone", async () => {
  const run = await kintone.backUp([target(app.id, { excludedFields })], {
    before({ purpose, nth }) {
      if (purpose === "file" && nth === 3) {
        const record = { 住所: { value: secret() }, 履歴書: { value: [newFile(domain, `${secret()}.txt`, secret())] } };
        happen({ name: "record-changed", app: app.id, id: 2, record }, domain, undefined as never);
      }
      if (purpose !== "file" || nth !== 5) return;
      for (const [key, { content }] of domain.files.attached)
        if (content.name === "資料.txt") domain.files.attached.delete(key);
    },
  });
  expect(run.outcome.status).toBe("partial");
  expect(leaksOf(run)).toEqual([]);
});

it("the test would find them", async () => {
  const run = await kintone.backUp([target(app.id)]);
  expect(leaksOf(run)).toEqual(expect.arrayContaining([`${app.id}/records.jsonl`, `${app.id}/records.csv`]));
});

/** 12 digits with the check digit of the individual number (ministerial ordinance 総務省令第85号 of 2014, article 5). */
function myNumber(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, at) => total + Number(digit) * (at < 6 ? at + 2 : at - 4), 0);
  return body + (sum % 11 <= 1 ? 0 : 11 - (sum % 11));
}

it("identifiers that only their values give away are left out, and nobody's decision is a problem", async () => {
  const numbers = Array.from({ length: 30 }, (_, index) => myNumber(String(12_345_678_901 + index * 7919)));
  for (const [index, number] of numbers.entries()) {
    happen(
      { name: "record-changed", app: app.id, id: index + 1, record: { 氏名: { value: number } } },
      domain,
      undefined as never,
    );
  }
  const run = await kintone.backUp([target(app.id, { excludedFields })]);
  expect(run.outcome.status).toBe("partial");
  expect(run.problems).toEqual(["IDENTIFIER_UNDECIDED"]);
  for (const [path, bytes] of run.contents) {
    expect(
      numbers.filter((number) => Buffer.from(bytes).includes(number)),
      path,
    ).toEqual([]);
  }
  const decided = await kintone.backUp([
    target(app.id, { excludedFields, includedIdentifiers: ["氏名"], acceptedGaps: [] }),
  ]);
  expect(decided.outcome.status).toBe("success");
  expect((await decided.records(String(app.id)))[0]?.["氏名"]?.value).toBe(numbers[0]);
});
