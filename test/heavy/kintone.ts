import { createDomain } from "../emulator/domain/domain";
import { startEmulator } from "../emulator/server";
import { LONG_RECORDS } from "./long-records";

/**
 * A local kintone in a process of its own, so that its memory is not the backup's: an app with 20,000 records, of which
 * the first has a file of 1 GB and the second an empty one; and one whose records are more than a zip can hold in one file, made
 * when they are read. Prints its address.
 */
const domain = createDomain();
domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
const app = domain.addApp({
  id: 1,
  name: "大きな添付",
  creator: "admin",
  properties: {
    品番: { type: "SINGLE_LINE_TEXT", code: "品番", label: "品番" },
    添付: { type: "FILE", code: "添付", label: "添付" },
  },
});

const SIZES = [1024 ** 3, 0];

/** Bytes that deflate finds nothing to save in. */
function noise(size: number): Uint8Array {
  const words = new Uint32Array(size / 4);
  let state = 1;
  for (let at = 0; at < words.length; at++) words[at] = state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return new Uint8Array(words.buffer);
}

for (let number = 1; number <= 20_000; number += 1) {
  const size = SIZES[number - 1];
  const file =
    size === undefined
      ? []
      : [
          {
            fileKey: domain.files.store({
              name: `${size}.bin`,
              contentType: "application/octet-stream",
              size,
              bytes: () => noise(size),
            }),
          },
        ];
  app.addRecord({ 品番: { value: `P-${number}` }, 添付: { value: file } });
}

const long = domain.addApp({
  id: 2,
  name: "長い所見",
  creator: "admin",
  properties: { 所見: { type: "MULTI_LINE_TEXT", code: "所見", label: "所見" } },
});
const LONG_TEXT = "寸法は公差内、傷なし。".repeat(2000);
const time = "2026-11-20T00:00:00Z";
long.records.generate(LONG_RECORDS, (id) => ({
  ...{ id, revision: 1, creator: "admin", createdTime: time, modifier: "admin", updatedTime: time },
  ...{ status: undefined, assignees: [], values: { 所見: `${id} ${LONG_TEXT}` } },
}));

const { url } = await startEmulator({ domain });
process.stdout.write(`${url}\n`);
