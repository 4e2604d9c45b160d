import { describe, expect, test } from "vitest";
import type { Entry } from "../../../src/archive/entry";
import type { TargetFacts } from "../../../src/archive/manifest/manifest";
import { verifyArchive } from "../../../src/archive/verify/verify-archive";
import { archiveOf, named } from "../archive-fixture";
import { entry, targetFacts } from "../volume-fixture";

const line = (id: number) => `{"$id":${id}}\n`;
const records = (number: string, text: string) => entry(`12/records${number}.jsonl`, text, "records");
const csv = (number: string) => entry(`12/records${number}.csv`, "a\n1\n", "csv");
const comments = (number: string, text: string) => entry(`12/comments${number}.jsonl`, text, "comments");

/** Three volumes, and every kind of file in several of them. */
const contents = (): Entry[][] => [
  [csv(""), comments("", "{}\n"), records("", line(1) + line(2))],
  [csv("-2"), comments("-2", "{}\n{}\n"), records("-2", line(3))],
  [records("-3", line(4) + line(5))],
];
const FACTS: Partial<TargetFacts> = {
  ...{ records: { expected: 5, written: 5 }, comments: { written: 3 }, attachments: { expected: 0, written: 0 } },
  files: { records: 3, csv: 2, comments: 2 },
};

async function verdictOn(volumes: readonly Entry[][], facts: Partial<TargetFacts> = {}, given?: readonly number[]) {
  const files = await archiveOf(volumes, [targetFacts({ ...FACTS, ...facts })]);
  const verdict = await verifyArchive(named(given ? given.map((at) => files[at]!) : files));
  return {
    ofVolumes: verdict.volumes.map((volume) => volume.verdict.findings),
    ofArchive: verdict.findings.map(({ code, path, expected, actual }) => [code, path, expected, actual]),
  };
}

const without = (path: string) => contents().map((entries) => entries.filter((own) => own.path !== path));

describe("records of one app in several files", () => {
  test("are counted together, though no volume has them all", async () => {
    expect(await verdictOn(contents())).toEqual({ ofVolumes: [[], [], []], ofArchive: [] });
    const wrong = { records: { expected: 6, written: 6 }, comments: { written: 2 } };
    expect(await verdictOn(contents(), wrong)).toEqual({
      ofVolumes: [[], [], []],
      ofArchive: [
        ["COUNT_MISMATCH", "12/records.jsonl", 6, 5],
        ["COUNT_MISMATCH", "12/comments.jsonl", 2, 3],
      ],
    });
  });

  test("are counted by the volume that has them all, and told of once", async () => {
    const wrong = { records: { expected: 6, written: 6 }, attachments: { expected: 1, written: 1 } };
    const { ofVolumes, ofArchive } = await verdictOn(
      [contents().flat(), [entry("12/attachments/a-1/x.png", "x")]],
      wrong,
    );
    expect(ofVolumes).toMatchObject([
      [{ code: "COUNT_MISMATCH", path: "12/records.jsonl", expected: 6, actual: 5 }],
      [],
    ]);
    expect(ofArchive).toEqual([]);
  });

  test("are not missed while volumes are", async () => {
    const { ofVolumes, ofArchive } = await verdictOn(contents(), {}, [0, 2]);
    expect(ofVolumes).toEqual([[], []]);
    expect(ofArchive.map(([code]) => code)).toEqual(["VOLUME_MISSING"]);
  });

  test("are missed when no manifest has one of them", async () => {
    expect((await verdictOn(without("12/records-2.csv"))).ofArchive).toEqual([
      ["ENTRY_MISSING", "12/records-2.csv", undefined, undefined],
    ]);
    expect((await verdictOn(without("12/records-2.jsonl"))).ofArchive).toEqual([
      ["COUNT_MISMATCH", "12/records.jsonl", 5, 2],
      ["ENTRY_MISSING", "12/records-2.jsonl", undefined, undefined],
    ]);
  });
});

test("an archive of format version 1 is sound as it is: one file of each kind, and no number of them", async () => {
  const volumes = [[records("", line(1)), csv("")], [comments("", "{}\n")]];
  const { files: _, ...version1 } = targetFacts({
    ...FACTS,
    ...{ records: { expected: 1, written: 1 }, comments: { written: 1 } },
  });
  const files = await archiveOf(volumes, [version1], () => ({ formatVersion: 1 }));
  const verdict = await verifyArchive(named(files));
  expect(verdict).toMatchObject({ sound: true, findings: [] });
  expect(verdict.volumes.map((volume) => volume.verdict.manifest?.formatVersion)).toEqual([1, 1]);

  const wrong = await archiveOf(volumes, [{ ...version1, records: { expected: 2, written: 2 } }], () => ({
    formatVersion: 1,
  }));
  expect((await verifyArchive(named(wrong))).volumes[0]!.verdict.findings).toMatchObject([
    { code: "COUNT_MISMATCH", path: "12/records.jsonl", expected: 2, actual: 1 },
  ]);
});
