import type { StepWork } from "../steps/step-context";
import { wholeWork } from "../steps/work";

const [EVERYTHING, NOTHING] = [true, false].map((allowed) => ({
  ...{ appEditable: allowed, recordViewable: allowed, recordAddable: allowed, recordEditable: allowed },
  ...{ recordDeletable: allowed, recordImportable: allowed, recordExportable: allowed },
}));

/** A new app is everybody's, and its records would be before its permissions are there: until then it is its maker's alone. */
export const closedToOthers: StepWork = async (bench) => {
  const rights = [
    { entity: { type: "CREATOR" }, includeSubs: false, ...EVERYTHING },
    { entity: { type: "GROUP", code: "everyone" }, includeSubs: false, ...NOTHING },
  ];
  return [
    wholeWork({ setting: "app/acl" }, () => bench.change({ method: "PUT", setting: "app/acl", body: { rights } })),
  ];
};
