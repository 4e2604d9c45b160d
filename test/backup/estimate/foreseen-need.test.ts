import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foreseenNeed } from "../../../src/backup/estimate/foreseen-need";
import { shortageOf } from "../../../src/domain/room";

const lastRun = new Date("2026-11-23T03:00:00Z");
const target = (appId: number) => ({ appId: String(appId) });

/** The need of targets with these sizes; `undefined` is a target that was never backed up. */
function need(sizes: Array<number | undefined>, { zippedShare = 1, volumeBytes = 100, copied = false } = {}) {
  const past = { of: ({ appId }: { appId: string }) => sizes[Number(appId)], zippedShare, lastRun };
  return foreseenNeed(
    sizes.map((_, index) => target(index)),
    past,
    { volumeBytes, copied },
  );
}

describe("the room that a run will need", () => {
  it("is what is staged and the volume that is made of it", () => {
    expect(need([60])?.bytes).toBe(120);
    expect(need([60], { zippedShare: 0.5 })?.bytes).toBe(90);
    expect(need([30, 20], { zippedShare: 0.1 })?.bytes).toBe(55);
  });

  it("counts a large target whole, as none of it is packed before all of it was read", () => {
    // 500 are staged; of these, the first volume's 100 wait to the end. The second is packed when all are still there.
    expect(need([500])?.bytes).toBe(600);
    expect(need([500], { zippedShare: 0.1 })?.bytes).toBe(510);
  });

  it("gives the room of packed volumes back before the next target", () => {
    // After the first target: 100 wait for the end, 100 wait to be full, 300 are packed to 30. Then come 500 more.
    expect(need([500, 500], { zippedShare: 0.1 })?.bytes).toBe(100 + 100 + 500 + 30 + 10);
  });

  it("is twice the archive when it is copied in the same place, if that is more", () => {
    expect(need([60], { copied: true })?.bytes).toBe(120);
    expect(need([100, 100, 100, 100], { copied: true })?.bytes).toBe(800);
    expect(need([100, 100, 100, 100], { copied: true, zippedShare: 0.1 })?.bytes).toBe(
      need([100, 100, 100, 100], { zippedShare: 0.1 })?.bytes,
    );
  });

  it("says of how many targets nothing is known, and nothing at all when it is of all", () => {
    expect(need([undefined, 60, undefined])).toEqual({ bytes: 120, unknownTargets: 2, lastRun });
    expect(need([undefined])).toBeUndefined();
    expect(need([])).toBeUndefined();
  });

  it("is never less than the largest target, nor than the archive, and never more than all of both", () => {
    const sizes = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, volumeBytes, zippedShare) => {
          const bytes = need(all, { volumeBytes, zippedShare })?.bytes ?? -1;
          const sum = all.reduce((total, size) => total + size, 0);
          expect(bytes).toBeGreaterThanOrEqual(Math.max(...all));
          expect(bytes).toBeGreaterThanOrEqual(Math.floor(sum * zippedShare));
          expect(bytes).toBeLessThanOrEqual(Math.ceil(sum * (1 + zippedShare)) + 1);
        },
      ),
    );
  });
});

describe("a shortage", () => {
  const needed = { bytes: 100, unknownTargets: 0, lastRun };

  it("is told when there is less than is needed", async () => {
    expect(await shortageOf(needed, async () => 99)).toEqual({ ...needed, free: 99 });
  });

  it("is not told when there is enough, or nobody knows", async () => {
    expect(await shortageOf(needed, async (wanted) => wanted)).toBeUndefined();
    expect(await shortageOf(needed, async () => undefined)).toBeUndefined();
  });
});
