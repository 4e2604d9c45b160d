import { describe, expect, test } from "vitest";
import { BackupError } from "../../src/domain/errors";
import type { RecordStore } from "../../src/domain/record-store";
import { run, values } from "./management-app";

/** What a store of records promises of what it finds, for every kind of query that the history asks. */
export function queriesContract(storeNow: () => RecordStore): void {
  describe("finding", () => {
    const found = async (query: string) =>
      (await storeNow().find(query)).map((record) => record.run_id?.value || record.target_app_id?.value);

    test("nothing in an app without records", async () => {
      expect(await storeNow().find("limit 1")).toEqual([]);
    });

    test("what matches, in the order that is asked for", async () => {
      const digest = "a".repeat(64);
      await storeNow().addAll([
        values({ record_type: "target", target_app_id: "11", target_enabled: ["enabled"] }),
        values({ record_type: "target", target_app_id: "12", target_enabled: [] }),
        run("a", { run_status: "success", run_chain_digest: digest, run_previous_chain_digest: "b" }),
        run("b", { run_status: "partial", run_lock: "", run_chain_digest: "c" }),
        run("c", { run_status: "running", run_lock: "held" }),
        run("d"),
      ]);
      const [, , third] = await storeNow().find("order by $id asc limit 3");
      const id = third?.$id?.value;
      const queries: Array<[query: string, expected: string[]]> = [
        ['run_id = "b" limit 1', ["b"]],
        ['run_id = "b" and run_lock = "held" limit 1', []],
        ['run_id in ("d", "a", "x") order by $id asc limit 2', ["a", "d"]],
        ['run_id in ("c", "x") and run_lock = "held" limit 1', ["c"]],
        ['run_chain_digest != "" order by $id desc limit 1', ["b"]],
        [`run_previous_chain_digest = "b" limit 1`, ["a"]],
        ['record_type in ("run") order by $id desc limit 3', ["d", "c", "b"]],
        ['record_type in ("run") and run_status in ("success", "partial") order by $id desc limit 5', ["b", "a"]],
        ['record_type in ("run") and run_status not in ("running") order by $id asc limit 20', ["a", "b", "d"]],
        ['record_type in ("target") and target_enabled in ("enabled") and $id > 0 order by $id asc limit 500', ["11"]],
        ['record_type in ("target") and target_app_id = "12" limit 1', ["12"]],
        ['(record_type in ("change") or target_app_id > "0") and $id > 0 order by $id asc limit 500', ["11", "12"]],
        ['record_type in ("change") order by $id desc limit 1', []],
        [`$id = ${id} limit 1`, ["a"]],
        [`record_type in ("run") and $id > ${id} order by $id asc limit 2`, ["b", "c"]],
        ['record_type in ("run") limit 2', ["d", "c"]],
      ];
      for (const [query, expected] of queries) expect([query, await found(query)]).toEqual([query, expected]);
    });

    test("at most 500 at a time, and a hundred when nobody says how many", async () => {
      const runs = Array.from({ length: 501 }, (_, index) => run(String(index)));
      for (let start = 0; start < runs.length; start += 100) await storeNow().addAll(runs.slice(start, start + 100));
      expect(await found('record_type in ("run") order by $id asc')).toHaveLength(100);
      const page = await storeNow().find('record_type in ("run") order by $id asc limit 500');
      expect(page.map(({ run_id: id }) => id?.value)).toEqual(runs.slice(0, 500).map(({ run_id: id }) => id?.value));
      const last = page.at(-1)?.$id?.value;
      expect(await found(`record_type in ("run") and $id > ${last} order by $id asc limit 500`)).toEqual(["500"]);
    });

    test("nothing by a query that is none, that names no field, or that asks for too many", async () => {
      for (const query of ["something else", 'no_such_field = "1" limit 1', "limit 501"]) {
        const error = await storeNow()
          .find(query)
          .catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(BackupError);
        expect(error).toMatchObject({ code: "QUERY_REFUSED", retryable: false });
      }
    });

    test("records that belong to whoever asked", async () => {
      const given = run("a", { target_enabled: ["enabled"] });
      await storeNow().add(given);
      (given.target_enabled!.value as string[]).pop();
      const [record] = await storeNow().find("limit 1");
      record!.run_id!.value = "changed";
      const [again] = await storeNow().find("limit 1");
      expect([again?.run_id?.value, again?.target_enabled?.value]).toEqual(["a", ["enabled"]]);
    });
  });
}
