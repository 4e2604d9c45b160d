import { expect, it } from "vitest";
import { inArchiveOrder } from "../../../src/backup/targets/archive-order";
import type { StagedEntry } from "../../../src/staging/staging";

it("puts attachments in the order of their records, whatever came first", () => {
  const paths = [
    "12/attachments/a-2/x.png",
    "12/attachments/z-2/x.png",
    "12/attachments/a-10-0/x.png",
    "12/attachments/a-10-1/a-3.png",
    "12/attachments/b-1-10/x.png",
    "12/attachments/a-100/x.png",
    "12/records.csv",
    "12/settings/app-1/2.json",
    "12/settings/app-1/10.json",
  ];
  const entryOf = (path: string) =>
    ({ path, kind: path.includes("/attachments/") ? "attachment" : "settings" }) as StagedEntry;
  const expected = [
    "12/attachments/b-1-10/x.png",
    "12/attachments/a-2/x.png",
    "12/attachments/z-2/x.png",
    "12/attachments/a-10-0/x.png",
    "12/attachments/a-10-1/a-3.png",
    "12/attachments/a-100/x.png",
    "12/records.csv",
    "12/settings/app-1/10.json",
    "12/settings/app-1/2.json",
  ];
  for (const given of [paths, [...paths].reverse(), [...paths].sort()]) {
    expect(inArchiveOrder(given.map(entryOf)).map(({ path }) => path)).toEqual(expected);
  }
});
