import type { Quantities } from "../../quantities";

/** The texts of the part of the settings screen that tells what a run will take. */
export interface EstimatesMessages {
  /** BCP 47 */
  locale: string;
  quantities: Quantities;
  title: string;
  /** What it does, and what it costs in requests. */
  introduction: string;
  button: (targets: number) => string;
  cancel: string;
  progress: (done: number, of: number) => string;
  done: string;
  cancelled: string;
  /** How many targets take more than the budget. */
  above: (targets: number, budget: number) => string;
  table: string;
  head: Record<"app" | "records" | "attachments" | "size" | "archive" | "requests" | "time", string>;
  about: (amount: string) => string;
  share: {
    of: (share: string) => string;
    /** What it is a share of. */
    note: (budget: number) => string;
  };
  basedOn: (basis: string) => string;
  sum: (targets: number, of: number) => string;
  waiting: string;
  reading: string;
  basis: {
    run: (moment: string) => string;
    all: string;
    some: (records: number) => string;
    settings: string;
  };
  /** What the figures mean, and what they leave out. */
  notes: readonly string[];
}
