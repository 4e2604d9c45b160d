import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FormFields, KintoneRecord } from "../../../src/archive/records/kintone-app";
import { compileCondition } from "../../../src/query/compile-condition";
import { parseCondition } from "../../../src/query/parse-condition";
import { createDomain } from "../../emulator/domain/domain";
import { type Emulator, startEmulator } from "../../emulator/server";
import { ask } from "../../emulator/tests/asking";
import { conditionOn, form, propertiesOf, recordOf } from "./generated-app";

/*
 * Two strangers who read the same documentation: the local kintone, asked over HTTP, and this room, given the same records. Where they disagree, one of
 * them has misread it.
 */

const NOW = new Date("2026-11-20T12:00:30Z");
/** Here and there: it is the 20th for the one, the 21st for the other. */
const ZONES = { admin: "Asia/Tokyo", sato: "Pacific/Apia" };

const domain = createDomain({ now: () => NOW });
domain.people.addOrganization({ code: "qa", name: "品質保証部" });
domain.people.addGroup({ code: "auditors", name: "監査" });
for (const [code, timezone] of Object.entries(ZONES))
  domain.people.addUser({ code, name: code, password: "kintone", timezone });

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

it.each([1, 2, 3])("finds the records that kintone finds (form %d)", async (seed) => {
  const [fields = []] = fc.sample(form, { numRuns: 1, seed });
  const app = domain.addApp({ name: "app", creator: "admin", properties: propertiesOf(fields) });
  const people = Object.keys(ZONES);
  for (const [at, values] of fc.sample(recordOf(fields), { numRuns: 30, seed }).entries()) {
    app.addRecord(values, { creator: people[at % 2]! });
  }

  const { body: formFields } = await ask(emulator, "GET", `app/form/fields.json?app=${app.id}`);
  const { body: all } = await ask(
    emulator,
    "GET",
    `records.json?app=${app.id}&query=${encodeURIComponent("limit 500")}`,
  );
  const disagreements: string[] = [];
  let found = 0;
  for (const [at, condition] of fc.sample(conditionOn(fields), { numRuns: 120, seed }).entries()) {
    const [user = "", timeZone = ""] = Object.entries(ZONES)[at % 2]!;
    const query = encodeURIComponent(`${condition} limit 500`);
    const answer = await ask(emulator, "GET", `records.json?app=${app.id}&query=${query}`, undefined, user);
    if (answer.status !== 200) disagreements.push(`${condition}: ${answer.body.message}`);
    const theirs = idsOf(answer.body.records ?? []);
    const ours = answerTo(condition, formFields as FormFields, all.records, { now: NOW, timeZone, loginUser: user });
    const missed = theirs.filter((id) => !ours.includes(id));
    const more = ours.filter((id) => !theirs.includes(id));
    if (missed.length + more.length > 0) disagreements.push(`${user}: ${condition} misses ${missed}, has ${more}`);
    if (ours.length > 0 && ours.length < 30) found += 1;
  }
  expect(disagreements).toEqual([]);
  // Conditions that all records meet, or none, would agree with anything.
  expect(found).toBeGreaterThan(60);
});

function answerTo(
  condition: string,
  fields: FormFields,
  records: KintoneRecord[],
  context: Parameters<typeof compileCondition>[2],
) {
  return idsOf(records.filter(compileCondition(parseCondition(condition), fields, context)));
}

function idsOf(records: readonly KintoneRecord[]): string[] {
  return records.map(({ $id }) => String($id!.value));
}
