import type { BenchKintone } from "./kintone/bench-kintone";
import type { Row } from "./report/row";

/** What every part works with. */
export interface Bench {
  kintone: BenchKintone;
  /** For whatever runs write. */
  folder: string;
  /** Smaller sets, each run once, and a browser for one set only. */
  quick: boolean;
  /** Only what needs no browser. */
  noBrowser: boolean;
  /** Is there no time for anything more that is left? Only a quick bench has so little. */
  isLate(): boolean;
  add(row: Row): void;
  /** What goes on. */
  tell(text: string): void;
}

/** One section of the result. */
export interface Part {
  name: string;
  run(bench: Bench): Promise<void>;
}
