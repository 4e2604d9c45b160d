import fc from "fast-check";
import { expect, it } from "vitest";
import type { App } from "../emulator/domain/app";
import { happen } from "../emulator/faults/events";
import { expectAgreement } from "./agreement";
import { addInspection, addInspections, newFile } from "./inspections";
import type { Purpose } from "./listening";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;

const RECORDS = 520;

/** Where in the run: before which of the requests. */
const moment = fc.integer({ min: 1, max: 35 });
const id = fc.integer({ min: 1, max: RECORDS + 5 });
const act = fc.oneof(
  fc.record({ kind: fc.constant("add" as const) }),
  fc.record({ kind: fc.constant("edit" as const), id }),
  fc.record({ kind: fc.constant("judge" as const), id }),
  fc.record({ kind: fc.constant("file" as const), id }),
  fc.record({ kind: fc.constant("delete" as const), id }),
);
type Act = typeof act extends fc.Arbitrary<infer Kind> ? Kind : never;

function perform(app: App, done: Act): void {
  if (done.kind === "add") return void addInspection(domain, app, 20);
  const record = app.records.get(done.id);
  if (!record) return;
  if (done.kind === "delete") return app.records.delete(done.id);
  const changes = {
    edit: () => ({ 品番: { value: `edited ${record.revision}` } }),
    judge: () => ({ 判定: { value: record.values["判定"] === "良" ? "否" : "良" } }),
    file: () => ({ 添付: { value: [newFile(domain, "図面.txt", `file ${record.revision}`)] } }),
  };
  const event = { name: "record-changed", app: app.id, id: done.id, record: changes[done.kind]() } as const;
  happen(event, domain, undefined as never);
}

/** The writer rests then: the last comparison must find kintone as it stays. */
const ROUNDS_WITH_CHANGES = 4;

/** What is changed at any other moment, such as between the last comparison and the last count, may be as it was before. */
const isReading = (purpose: Purpose) => ["page", "file", "record", "by-id", "sample"].includes(purpose);

it(
  "whatever people do while a backup runs, the archive is what kintone has in the end",
  { timeout: 60_000 },
  async () => {
    const acts = fc.array(fc.tuple(moment, act), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(acts, fc.constantFrom("", '判定 in ("良")'), async (script, query) => {
        domain.apps.clear();
        const app = addInspections(domain, { records: RECORDS });
        let requests = 0;
        let rounds = 0;
        let upToId = 0;
        const include = { records: true, attachments: true, comments: false, settings: false };
        const run = await kintone.backUp([target(app.id, { query, include })], {
          before({ purpose, parameter }) {
            const condition = parameter("query") ?? "";
            const begins = purpose === "versions" && condition.includes("$id > 0 ");
            if (begins) rounds += 1;
            const bound = Number(/\$id <= (\d+)/.exec(condition)?.[1] ?? 0);
            if (begins) upToId = 0;
            if (purpose === "versions") upToId = Math.max(upToId, bound);
            if (rounds > ROUNDS_WITH_CHANGES || !(begins || isReading(purpose))) return;
            requests += 1;
            for (const [, what] of script.filter(([when]) => when === requests)) perform(app, what);
          },
        });
        expect(run.problems).toEqual([]);
        const condition = `${query && `${query} and `}$id <= ${upToId}`;
        await expectAgreement(run, kintone, { appId: app.id, condition });
      }),
      { numRuns: 12, seed: 20261120 },
    );
  },
);
