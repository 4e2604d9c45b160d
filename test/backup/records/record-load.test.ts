import { describe, expect, it } from "vitest";
import { createRecordLoad } from "../../../src/backup/records/record-load";
import type { CopiedRecords } from "../../../src/domain/record-copies";

const MEGABYTE = 1024 ** 2;

function copied(records: number, bytes: number): CopiedRecords {
  const lines = new Uint8Array(bytes);
  const versions = Array.from({ length: records }, (_, index) => ({ id: String(index + 1), revision: "1" }));
  const copies = [{ ...{ versions, lines }, rows: new Uint8Array(), attachments: [] }];
  return { lines, copies, gaps: { missing: [], formIsOutdated: false } };
}

describe("the load of a target's records", () => {
  it.each([
    [0, 500, 500],
    [2500, 500, 500],
    [20_000, 500, 250],
    [60_000, 500, 100],
    [MEGABYTE, 500, 20],
    [100 * MEGABYTE, 500, 20],
    // What was too much for the sample is not tried again.
    [10, 100, 100],
    [10, 1, 20],
  ])(
    "with %i letters each, and a sample of %i at a time, begins with pages of %i",
    (recordCharacters, pageSize, size) => {
      expect(createRecordLoad({ recordCharacters, pageSize }, 500).size.now).toBe(size);
    },
  );

  it("lets fewer pages wait the heavier they are, and the smaller they are the more", () => {
    const load = createRecordLoad({ recordCharacters: 2500, pageSize: 500 }, 500);
    expect(load.pagesIn(1)).toBe(20);
    expect(load.pagesIn(0.25)).toBe(5);
    load.size.shrink(500);
    expect(load.pagesIn(1)).toBe(40);
  });

  it("learns from what comes that older records are heavier", () => {
    const load = createRecordLoad({ recordCharacters: 10, pageSize: 500 }, 500);
    load.saw(copied(500, 24 * MEGABYTE));
    expect(load.pagesIn(1)).toBe(3);
    // One light page proves nothing of the others.
    load.saw(copied(500, 500));
    load.saw(copied(0, 0));
    expect(load.pagesIn(1)).toBe(3);
  });
});
