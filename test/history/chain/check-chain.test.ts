import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AppRecord } from "../../../src/domain/record-store";
import { checkChain } from "../../../src/history/chain/check-chain";
import { linkAfter } from "../../../src/history/chain/link";
import { answerOf } from "../../../src/history/chain/verdict";
import { outcomes, recordsOf } from "./random-runs";

type Cell = { type: string; value: unknown };
type Cells = Record<string, Cell>;

/** Of a run, and yet none of its facts. */
const NO_FACTS = ["run_lock", "run_log", "run_saved", "run_saved_at", "run_saved_by"];
const NO_FACTS_OF_ROWS = ["place_state", "place_saved_at"];
const isFact = (code: string) => code.startsWith("run_") && !NO_FACTS.includes(code);
const ids = (breaks: Awaited<ReturnType<typeof checkChain>>["breaks"]) =>
  breaks.map(({ kind, run }) => `${kind} ${run.recordId}`);
const digestOf = (record: AppRecord | undefined) => String(record?.run_chain_digest?.value);

/** The cells that a digest is made of, and the digests themselves. */
function cellsOf(record: AppRecord): Cell[] {
  return Object.entries(record as unknown as Cells).flatMap(([code, cell]) => {
    if (!isFact(code)) return [];
    if (!Array.isArray(cell.value)) return [cell];
    return cell.value.flatMap((row: { value: Cells }) =>
      Object.entries(row.value).flatMap(([column, each]) => (NO_FACTS_OF_ROWS.includes(column) ? [] : [each])),
    );
  });
}

/** Another value of the same kind; for a moment, another minute. */
function otherValue({ type, value }: Cell): string {
  if (type === "DATETIME") return "2001-01-01T00:00:00Z";
  return /^\d+$/.test(String(value)) ? String(Number(String(value).slice(0, 9)) + 1) : `${String(value)}x`;
}

/** Numbers that were changed so may not be other numbers. */
const isOther = (cell: Cell, value: string) => value !== String(cell.value);

/** Histories of at least three runs, and the index of one of them. */
const histories = outcomes({ minLength: 3, maxLength: 7 }).chain((runs) =>
  fc.tuple(fc.constant(runs), fc.nat(runs.length - 1), fc.nat()),
);
const property = (check: (records: AppRecord[], index: number, random: number) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(histories, async ([runs, index, random]) => check(await recordsOf(runs), index, random)),
    { numRuns: 60 },
  );

describe("the chain of runs", () => {
  it("holds from the first to the last when nobody touched it", () =>
    property(async (records) => {
      expect(await checkChain(records)).toEqual({
        holds: {
          from: { type: "run", recordId: "1", runId: "run-0", startedAt: "2026-11-23T00:00:07.123Z" },
          to: expect.objectContaining({ recordId: String(records.length) }),
          runs: records.length,
          digest: digestOf(records.at(-1)),
        },
        chained: records.length,
        earlier: 0,
        unfinished: 0,
        breaks: [],
        hidden: [],
      });
    }));

  it("breaks at a run of which any fact was changed, and holds up to there", () =>
    property(async (records, index, random) => {
      const cells = cellsOf(records[index]!);
      const cell = cells[random % cells.length]!;
      const value = otherValue(cell);
      fc.pre(isOther(cell, value));
      cell.value = value;
      const verdict = await checkChain(records);
      expect(ids(verdict.breaks)).toEqual([`changed ${index + 1}`]);
      expect(verdict.holds?.runs ?? 0).toBe(index);
      expect(verdict.holds?.to.recordId).toBe(index === 0 ? undefined : String(index));
    }));

  it("names no other run when a digest was changed into another one", () =>
    property(async (records, index, random) => {
      const record = records[index]!;
      const last = records.at(-1)!;
      if (random % 2 === 0) record.run_chain_digest!.value = "0".repeat(64);
      else {
        fc.pre(record !== last);
        record.run_previous_chain_digest!.value = String(last.run_previous_chain_digest!.value);
      }
      expect(ids((await checkChain(records)).breaks)).toEqual([`changed ${index + 1}`]);
    }));

  it("breaks at a run of which a row was taken away, added, or put elsewhere", () =>
    property(async (records, index, random) => {
      const rows = records[index]!.run_volumes!.value;
      fc.pre(rows.length > 0);
      const row = structuredClone(rows[0]!);
      if (random % 3 === 0) rows.shift();
      else if (random % 3 === 1) rows.push({ ...row, id: "7" });
      else {
        fc.pre(new Set(rows.map(({ value }) => JSON.stringify(value))).size > 1);
        rows.push(rows.shift()!);
        fc.pre(JSON.stringify(rows[0]!.value) !== JSON.stringify(row.value));
      }
      expect(ids((await checkChain(records)).breaks)).toEqual([`changed ${index + 1}`]);
    }));

  it("breaks after a run that was deleted, unless it is the newest", () =>
    property(async (records, index) => {
      fc.pre(index < records.length - 1);
      records.splice(index, 1);
      expect(ids((await checkChain(records)).breaks)).toEqual([`missing ${index + 2}`]);
    }));

  it("breaks after a run that was changed together with its digest", () =>
    property(async (records, index) => {
      fc.pre(index < records.length - 1);
      const record = records[index]!;
      record.run_status!.value = "interrupted-not";
      const link = linkAfter(String(record.run_previous_chain_digest!.value), record);
      record.run_chain_digest!.value = String(link.run_chain_digest!.value);
      expect(ids((await checkChain(records)).breaks)).toEqual([`missing ${index + 2}`]);
    }));

  it("breaks at a run that was added with the place of another, with a place of its own, or with none", () =>
    property(async (records, index, random) => {
      fc.pre(index < records.length - 1);
      const added = structuredClone(records[index]!);
      added.$id!.value = String(records.length + 1);
      added.run_id!.value = "forged";
      const previous = ["", digestOf(records[index]), "f".repeat(64)][random % 3]!;
      const values = linkAfter(previous, added) as unknown as Cells;
      if (random % 3 === 0) values.run_chain_digest!.value = "";
      Object.assign(added, values);
      const late = structuredClone(records.at(-1)!);
      late.$id!.value = String(records.length + 2);
      late.run_id!.value = "late";
      Object.assign(late, linkAfter(digestOf(records.at(-1)), late));
      const kind = ["unchained", "forked", "inserted"][random % 3];
      const verdict = await checkChain([...records, added, late]);
      expect(ids(verdict.breaks)).toEqual([`${kind} ${records.length + 1}`]);
    }));

  it("breaks at a copy of a run", () =>
    property(async (records, index) => {
      const copy = structuredClone(records[index]!);
      copy.$id!.value = String(records.length + 1);
      expect(ids((await checkChain([...records, copy])).breaks)).toEqual([`forked ${records.length + 1}`]);
    }));

  it("breaks at the first of two runs whose contents were exchanged", () =>
    property(async (records, index, random) => {
      const other = random % records.length;
      fc.pre(other !== index);
      const [a, b] = [records[index]!, records[other]!];
      const [idOfA, idOfB] = [a.$id!, b.$id!];
      records[other] = { ...a, $id: idOfB };
      records[index] = { ...b, $id: idOfA };
      const { breaks } = await checkChain(records);
      expect(breaks[0]).toMatchObject({ kind: "moved", run: { recordId: String(Math.min(index, other) + 1) } });
    }));

  it("names a run whose digests were emptied, and no other when it was the first", () =>
    property(async (records, index) => {
      records[index]!.run_chain_digest!.value = "";
      records[index]!.run_previous_chain_digest!.value = "";
      const { breaks } = await checkChain(records);
      expect(breaks[0]).toMatchObject({ kind: "unchained", run: { recordId: String(index + 1) } });
      expect(breaks).toHaveLength(index === 0 || index === records.length - 1 ? 1 : 2);
    }));

  it("says nothing about runs from before it began, nor about one that is under way", () =>
    property(async (records) => {
      const plain = (id: number, status: string) =>
        ({
          $id: { type: "__ID__", value: String(id) },
          run_status: { type: "DROP_DOWN", value: status },
          run_chain_digest: { type: "SINGLE_LINE_TEXT", value: null },
        }) as unknown as AppRecord;
      const begun = plain(records.length + 1, "running");
      const verdict = await checkChain([plain(-1, "success"), plain(0, "failed"), ...records, begun]);
      expect(verdict).toMatchObject({ earlier: 2, unfinished: 1, chained: records.length, breaks: [] });
      expect(verdict.holds?.from.recordId).toBe("1");
    }));

  it("takes a run that was written down late, while another was under way, for what it is", async () => {
    const [runs] = fc.sample(outcomes({ minLength: 3, maxLength: 3 }), 1);
    const [first, late, last] = runs!;
    const records = await recordsOf([first!, late!, { ...last!, startedAt: late!.startedAt }]);
    [records[1]!.$id!.value, records[2]!.$id!.value] = ["3", "2"];
    expect((await checkChain([records[0]!, records[2]!, records[1]!])).breaks).toEqual([]);
  });

  it("holds nowhere in a history without runs", async () => {
    const nothing = { holds: undefined, chained: 0, earlier: 0, unfinished: 0, breaks: [], hidden: [] };
    expect(await checkChain([])).toEqual(nothing);
  });

  it("names what cannot be read, of any run, before anybody takes it for a change", () =>
    property(async (records, index, random) => {
      const record = records[index] as unknown as Record<string, Cell>;
      const codes = Object.keys(record).filter(isFact);
      const code = codes[random % codes.length]!;
      delete record[code];
      const verdict = await checkChain(records);
      expect(verdict.hidden).toEqual([code]);
      expect(answerOf(verdict)).toBe("hidden");
    }));

  it("names a column that cannot be read", () =>
    property(async (records, index) => {
      const row = records[index]!.run_volumes!.value[0];
      fc.pre(row !== undefined);
      delete (row!.value as Partial<typeof row.value>).volume_sha256;
      expect((await checkChain(records)).hidden).toEqual(["volume_sha256"]);
    }));
});
