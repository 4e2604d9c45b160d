import fc from "fast-check";
import { expect, it } from "vitest";
import { actsOn, perform } from "./acts";
import { expectAgreement } from "./agreement";
import { addInspections } from "./inspections";
import type { Purpose } from "./listening";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;

const RECORDS = 520;

/** Where in the run: before which of the requests. */
const moment = fc.integer({ min: 1, max: 35 });

/** The writer rests then: the last comparison must find kintone as it stays. */
const ROUNDS_WITH_CHANGES = 4;

/** What is changed at any other moment, such as between the last comparison and the last count, may be as it was before. */
const isReading = (purpose: Purpose) => ["page", "file", "record", "by-id", "sample"].includes(purpose);

it(
  "whatever people do while a backup runs, the archive is what kintone has in the end",
  { timeout: 60_000 },
  async () => {
    const acts = fc.array(fc.tuple(moment, actsOn(RECORDS)), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(acts, fc.constantFrom("", '判定 in ("良")'), async (script, query) => {
        domain.apps.clear();
        const app = addInspections(domain, { records: RECORDS });
        let requests = 0;
        let rounds = 0;
        let upToId = 0;
        const include = { records: true, attachments: true, comments: false, settings: false, administration: false };
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
            for (const [, what] of script.filter(([when]) => when === requests)) perform(domain, app, what);
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
