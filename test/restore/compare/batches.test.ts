import { expect, it } from "vitest";
import { batchesOf } from "../../../src/restore/compare/batches";
import type { Pair } from "../../../src/restore/compare/records-side-by-side";

/** Records of a file whose pieces are large, of which one in a hundred was changed. */
async function* sparse(records: number): AsyncGenerator<Pair, void, undefined> {
  for (let number = 1; number <= records; number += 1) {
    const id = String(number);
    const line = new Uint8Array(64_000).subarray(100, 200);
    const present = { id, revision: number % 100 === 0 ? "2" : "1" };
    yield { id, archived: { id, revision: "1", line }, present };
  }
}

it("holds of a file no more than the records that have to be compared, however few they are", async () => {
  let [candidates, held] = [0, 0];
  const options = {
    isUnchanged: true,
    isReadAnyway: () => false,
    lastId: 3000,
    putBack: new Map(),
    recordsAtOnce: 500,
  };
  for await (const batch of batchesOf(sparse(3000), options)) {
    candidates += batch.candidates.length;
    held += batch.candidates.reduce((sum, { archived }) => sum + archived.line.buffer.byteLength, 0);
    expect(batch.bytes).toBe(batch.candidates.length * 100);
  }
  expect([candidates, held]).toEqual([30, 3000]);
});
