import * as v from "valibot";
import { reason } from "./problem";
import { wholeNumber } from "./whole-number";

/** More than anybody keeps: a typing error would keep everything, or nothing that one thinks. */
const MOST = 10_000;
const DEAREST = 100_000;

/** As `2y6m`, the letters in this order: years, months, days, hours. */
const SPAN = /^(?=\d)(\d{1,3}y)?(\d{1,4}m)?(\d{1,5}d)?(\d{1,6}h)?$/;

const count = v.exactOptional(wholeNumber({ min: 0, max: MOST }));

/** Which generations of a place are kept, in the words of restic's `forget`. What a part means is told in `src/retention/rule.ts`. */
const keep = v.strictObject(
  {
    last: count,
    daily: count,
    weekly: count,
    monthly: count,
    yearly: count,
    within: v.exactOptional(v.pipe(v.string(reason("not-a-span")), v.trim(), v.regex(SPAN, reason("not-a-span")))),
  },
  (issue) => reason(issue.expected === "never" ? "unknown-name" : "unreadable"),
);

export type KeepSettings = v.InferOutput<typeof keep>;

/** What a place has of generations: which are kept, and what a GiB costs there in a month, in yen. */
export const retention = {
  keep: v.exactOptional(keep),
  yenPerGiB: v.exactOptional(wholeNumber({ min: 0, max: DEAREST })),
};
