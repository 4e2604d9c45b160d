import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toBackupError } from "../../../src/domain/errors";
import type { RunStart } from "../../../src/domain/outcome";
import { formFields } from "../../../src/history/app-definition/fields";
import { japanese } from "../../../src/history/app-definition/japanese";
import { checkChain } from "../../../src/history/chain/check-chain";
import { allLinks } from "../../../src/history/chain/all-links";
import { createHistory } from "../../../src/history/runs/run-records";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createRunConnection } from "../../../src/kintone/connection/run-connection";
import { createRecordStore } from "../../../src/kintone/writing/record-store";
import type { App } from "../../emulator/domain/app";
import { createDomain, type NewApp } from "../../emulator/domain/domain";
import { createRandom, type Random } from "../../emulator/sample/random";
import { type Emulator, startEmulator } from "../../emulator/server";
import { lossyNetwork } from "../management-app/lossy-network";
import { outcome } from "./runs";

const BEGIN = new Date("2026-11-23T00:00:00Z");
const MINUTE = 60_000;
const account = { username: "admin", password: "kintone" };
const SEEDS = Array.from({ length: 4 }, (_, index) => index + 1);
/** Of every day others. */
const FRESH = 1000 + (Math.floor(Date.now() / 1000) % 1_000_000);

describe("runs that begin in the same instant, over a network that loses requests and answers", () => {
  const time = { now: BEGIN };
  const domain = createDomain({ now: () => time.now });
  domain.people.addUser({ code: account.username, name: "管理者", password: account.password });
  let emulator: Emulator;
  let app: App;

  beforeAll(async () => {
    emulator = await startEmulator({ domain });
  });
  afterAll(() => emulator.close());
  beforeEach(makeApp);

  function makeApp(): void {
    time.now = BEGIN;
    const properties = formFields(japanese) as unknown as NewApp["properties"];
    app = domain.addApp({ name: "バックアップ管理", creator: "admin", properties });
  }

  function storeOver(network: typeof fetch) {
    const connection = createPasswordConnection({
      baseUrl: emulator.url,
      ...account,
      userAgent: "test",
      fetch: network,
    });
    const retry = { retries: 12, minTimeout: 1, maxTimeout: 8 };
    const signal = new AbortController().signal;
    const { writing } = createRunConnection(connection, { requestsAtOnce: 6, signal, retry });
    return createRecordStore(writing, { appId: String(app.id) });
  }

  /** A run as another browser has it: with a history and a network of its own. */
  function newRun(runId: string, random: Random, loses = 0.15) {
    const start: RunStart = {
      ...{ runId, trigger: "button", startedAt: new Date(time.now.getTime() - runId.length) },
      operator: { code: runId, name: `${runId}さん` },
    };
    const history = createHistory(storeOver(lossyNetwork(random, { loses })), {
      describe: ({ error }) => error.code,
      pluginVersion: "0.1.0",
      clock: { now: () => time.now },
    });
    // The run ended soon, even where that gets into the history much later.
    const end = { ...outcome, ...start, finishedAt: new Date(start.startedAt.getTime() + MINUTE) };
    return { start, history, finish: () => history.finish(end, `log of ${runId}`) };
  }

  /** All begin now. Resolves to the one that may run; everybody else was told of it. */
  async function race(runs: ReadonlyArray<ReturnType<typeof newRun>>) {
    const ends = await Promise.allSettled(runs.map(({ history, start }) => history.begin(start)));
    const winners = runs.filter((_, index) => ends[index]?.status === "fulfilled");
    expect(winners.map(({ start }) => start.runId)).toHaveLength(1);
    const [winner] = winners;
    const refusals = ends.flatMap((end) => (end.status === "rejected" ? [toBackupError(end.reason)] : []));
    for (const { code, facts } of refusals) {
      expect({ code, ...facts }).toEqual({
        ...{ code: "ANOTHER_RUN", operator: winner!.start.operator.name },
        since: winner!.start.startedAt.toISOString(),
      });
    }
    return winner!;
  }

  const cells = (code: string) => [...app.records.ascending()].map(({ values }) => values[code]);
  const chain = () => checkChain(allLinks(storeOver(fetch)));

  describe.each([2, 5])("%i of them", (count) => {
    it.each([...SEEDS, FRESH])("one gets the lock, the others learn whose it is (seed %i)", async (seed) => {
      const random = createRandom(seed, `begin ${count}`);
      const runs = Array.from({ length: count }, (_, index) => newRun(`run${"x".repeat(index)}`, random));
      const winner = await race(runs);
      expect([cells("run_id"), cells("run_lock")]).toEqual([[winner.start.runId], ["held"]]);
      await winner.finish();
      expect([cells("run_status"), cells("run_lock")]).toEqual([["partial"], [""]]);
      expect(await chain()).toMatchObject({ holds: { runs: 1 }, breaks: [] });
    });

    it.each([...SEEDS, FRESH])(
      "one takes over from a dead run, which comes back in the end (seed %i)",
      async (seed) => {
        const random = createRandom(seed, `take over ${count}`);
        const dead = newRun("dead", random);
        await dead.history.begin(dead.start);
        time.now = new Date(BEGIN.getTime() + 17 * MINUTE);
        const winner = await race(
          Array.from({ length: count }, (_, index) => newRun(`run${"x".repeat(index)}`, random)),
        );
        expect(cells("run_id")).toEqual(["dead", winner.start.runId]);
        expect(cells("run_status")).toEqual(["interrupted", "running"]);
        expect(cells("run_lock")).toEqual(["", "held"]);

        await Promise.all([dead.history.report([]), dead.finish(), winner.finish()]);
        expect(cells("run_id")).toEqual(["dead", winner.start.runId, "dead-returned"]);
        expect(cells("run_status")).toEqual(["interrupted", "partial", "partial"]);
        expect(cells("run_lock")).toEqual(["", "", ""]);
        expect(await chain()).toMatchObject({ holds: { runs: 3 }, breaks: [] });
      },
    );
  });

  it.each([...SEEDS, FRESH])("one wins while the run that seemed dead ends after all (seed %i)", async (seed) => {
    const random = createRandom(seed, "comes back");
    const silent = newRun("silent", random);
    await silent.history.begin(silent.start);
    time.now = new Date(BEGIN.getTime() + 17 * MINUTE);
    const [winner] = await Promise.all([race([newRun("one", random), newRun("another", random)]), silent.finish()]);
    await winner.finish();
    // Its end came before it was taken over, or after: either way it is told once.
    expect([
      ["silent", winner.start.runId],
      ["silent", winner.start.runId, "silent-returned"],
      ["silent", "silent-returned", winner.start.runId],
    ]).toContainEqual(cells("run_id"));
    expect(cells("run_status").filter((status) => status === "partial")).toHaveLength(2);
    expect(cells("run_lock").join("")).toBe("");
    expect(await chain()).toMatchObject({ holds: { runs: cells("run_id").length }, breaks: [] });
  });
});
