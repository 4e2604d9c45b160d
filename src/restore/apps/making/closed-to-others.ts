import type { StepWork } from "../steps/step-context";
import { wholeWork } from "../steps/work";
import { ONLY_ITS_MAKER } from "./closed-rights";

/** A new app is everybody's, and its records would be before its permissions are there: until then it is its maker's alone. */
export const closedToOthers: StepWork = async (bench) => [
  wholeWork({ setting: "app/acl" }, () =>
    bench.change({ method: "PUT", setting: "app/acl", body: { rights: ONLY_ITS_MAKER } }),
  ),
];
