import type { KintoneRecord } from "../../../src/archive/records/kintone-app";
import type { CopiedRecords, CopyOrder } from "../../../src/domain/record-copies";

/** Everything of an app whose form does not matter. */
export const wholeRecords: CopyOrder = {
  ...{ fields: { properties: {}, revision: "1" }, layout: { layout: [], revision: "1" } },
  ...{ excludedFields: [], attachments: true, oneByOne: false },
};

export const copiedIds = ({ copies }: CopiedRecords): number[] =>
  copies.flatMap(({ versions }) => versions.map(({ id }) => Number(id)));

/** What was written of each. */
export const copiedRecords = ({ lines }: CopiedRecords): KintoneRecord[] =>
  new TextDecoder()
    .decode(lines)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as KintoneRecord);
