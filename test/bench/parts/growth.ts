import type { Part } from "../bench";
import { oursInNode } from "../contestants/ours-in-node";
import { countOf } from "../kintone/catalogue";
import type { SetName } from "../sets/plan";

const SIZES: readonly SetName[] = ["growth x 1", "growth x 10", "growth x 100"];
const UNIT = 100_000;
/** A tenth for chance; anything that grows by more is no straight line. */
const LINEAR = { atMost: 1.1 };

/** Seconds for 100,000 records, whatever there is in all. Without latency, which would hide what the work itself costs. */
export const growth: Part = {
  name: "growth",
  async run(bench) {
    const { kintone, folder, quick } = bench;
    await kintone.delay(0);
    const ours = oursInNode(kintone, folder);
    let before: number | undefined;
    for (const set of quick ? SIZES.slice(0, 2) : SIZES) {
      const apps = kintone.sets[set];
      const { records } = countOf(apps);
      const size = records.toLocaleString("en-US");
      bench.tell(`growth: ${size} records`);
      await kintone.setTargets(apps);
      const { seconds } = await ours.run(apps);
      const each = (seconds * UNIT) / records;
      bench.add({ part: "growth", what: `${size} records in Node`, measured: { value: seconds, unit: "s" }, runs: 1 });
      bench.add({
        part: "growth",
        what: `${size} records in Node, each 100,000`,
        measured: { value: each, unit: "s" },
      });
      if (before !== undefined) {
        const what = `each 100,000 of ${size} / of a tenth of them`;
        bench.add({ part: "growth", what, ratio: each / before, target: LINEAR });
      }
      before = each;
    }
  },
};
