import type { Bench, Part } from "../bench";
import { oursInNode } from "../contestants/ours-in-node";
import { memoryOfRun } from "../contestants/unwatched-chromium";
import type { SetName } from "../sets/plan";

const MEGABYTE = 1024 ** 2;

interface Shape {
  what: string;
  small: SetName;
  large: SetName;
}

const SHAPES: readonly Shape[] = [
  { what: "records", small: "records x 1", large: "records x 10" },
  { what: "attachments", small: "attachments x 1", large: "attachments x 10" },
];
/** A gigabyte takes its time. */
const ONLY_IN_FULL: readonly Shape[] = [{ what: "one file", small: "one file x 1", large: "one file x 10" }];

/** How much more memory ten times the work takes: in Node above a run that has nothing to do, in Chromium above the idle page. */
export const memory: Part = {
  name: "memory",
  async run(bench) {
    await bench.kintone.delay(0);
    const shapes = bench.quick ? SHAPES : [...SHAPES, ...ONLY_IN_FULL];
    const inNode = await peaksInNode(bench);
    for (const shape of shapes) await compare(bench, shape, "Node", inNode);
    if (bench.quick || bench.noBrowser) return;
    const inChromium = peaksInChromium(bench);
    for (const shape of shapes) await compare(bench, shape, "Chromium", inChromium);
  },
};

/** The most memory that a run of a set takes, above none. */
type PeakOf = (set: SetName) => Promise<number>;

async function peaksInNode({ kintone, folder }: Bench): Promise<PeakOf> {
  const ours = oursInNode(kintone, folder);
  const peak = async (set: SetName) => {
    await kintone.setTargets(kintone.sets[set]);
    return (await ours.run(kintone.sets[set])).peak;
  };
  const idle = await peak("empty");
  return async (set) => (await peak(set)) - idle;
}

const peaksInChromium =
  ({ kintone, folder }: Bench): PeakOf =>
  async (set) => {
    await kintone.setTargets(kintone.sets[set]);
    const { peak, idle } = await memoryOfRun(kintone, folder, kintone.sets[set]);
    return peak - idle;
  };

async function compare(bench: Bench, { what, small, large }: Shape, where: string, peakOf: PeakOf): Promise<void> {
  bench.tell(`memory: ${what} in ${where}`);
  const [one, ten] = [await peakOf(small), await peakOf(large)];
  const row = (work: string, bytes: number) =>
    bench.add({
      part: "memory",
      what: `${work} in ${where}, peak above idle`,
      measured: { value: bytes / MEGABYTE, unit: "MB" },
      target: { below: 300 },
    });
  row(`${what} x 1`, one);
  row(`${what} x 10`, ten);
  bench.add({ part: "memory", what: `${what} in ${where}, x 10 / x 1`, ratio: ten / one, target: { atMost: 1.2 } });
}
