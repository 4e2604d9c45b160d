import { expect, it } from "vitest";
import { createCsvFormat } from "../../../src/archive/records/records-csv";
import type { NumberedKind } from "../../../src/archive/records/numbered-files";
import { DEFAULT_VOLUME_LIMITS } from "../../../src/archive/volumes/volume-limits";
import { type CommentLines, commentLine } from "../../../src/backup/comments/comment-lines";
import { type RecordFiles, createRecordWriter } from "../../../src/backup/records/record-files";
import { BackupError } from "../../../src/domain/errors";
import { createCopier } from "../../../src/records/copier";
import { type Staging, createStaging } from "../../../src/staging/staging";
import { createMemoryWorkspace } from "../../../src/workspace/memory";
import { target } from "../whole-runs/run-against";

const fields = { properties: { 品番: { type: "SINGLE_LINE_TEXT", code: "品番" } }, revision: "1" };
const layout = { layout: [], revision: "1" };
const copy = createCopier({ fields, layout, excludedFields: [], attachments: false, oneByOne: true });
const records = ["1", "2", "3"].map((id) => ({
  $id: { type: "__ID__", value: id },
  $revision: { type: "__REVISION__", value: "1" },
  品番: { type: "SINGLE_LINE_TEXT", value: `P-${id}` },
}));
const broken = new BackupError("UNEXPECTED", "disk");

/** Files of this kind break when they are written, or when they are closed. */
function failing(kind: NumberedKind, at: "write" | "close"): Staging {
  const staging = createStaging(createMemoryWorkspace());
  return {
    ...staging,
    async create(label) {
      const writer = await staging.create(label);
      const breaks = () => Promise.reject(broken);
      // What could not be written cannot be closed either.
      return label.kind === kind ? { ...writer, close: breaks, ...(at === "write" && { write: breaks }) } : writer;
    },
  };
}

async function* commentOf(id: string): CommentLines {
  yield new TextEncoder().encode(commentLine(id, { id: `${id}0` }));
}

async function written(staging: Staging): Promise<RecordFiles> {
  const shelf = { of: () => [], wanted: () => [], put: () => undefined, archive: async () => undefined };
  const writer = await createRecordWriter(
    { csv: createCsvFormat(fields, layout), shelf, holdsFiles: false, commentFailures: new Map() },
    { folder: "1", target: target(1) } as never,
    { staging, options: { volumeLimits: DEFAULT_VOLUME_LIMITS } } as never,
  );
  for (const copies of copy(records).copies) {
    const [version] = copies.versions;
    await writer.write([{ copies, comments: commentOf(version!.id) }]);
  }
  return writer.close();
}

const textsOf = async ({ entries }: RecordFiles) =>
  Object.fromEntries(
    await Promise.all(
      entries.map(async (entry) => [entry.kind, await new Response(await entry.open()).text()] as const),
    ),
  ) as Partial<Record<string, string>>;

const lines = records.map((record) => `${JSON.stringify(record)}\n`).join("");

it.each([
  ["csv", "write"],
  ["csv", "close"],
  ["comments", "write"],
  ["comments", "close"],
] as const)("a file of %s that breaks (%s) costs itself alone", async (kind, at) => {
  const files = await written(failing(kind, at));
  expect(files.failures).toEqual([{ kind, error: broken }]);
  const { [kind]: lost, ...others } = {
    records: lines,
    csv: '"品番"\n"P-1"\n"P-2"\n"P-3"\n',
    comments: records.map(({ $id: { value } }) => `{"record":"${value}","comment":{"id":"${value}0"}}\n`).join(""),
  };
  expect(lost).not.toBe("");
  expect(await textsOf(files)).toEqual(others);
  expect(files.counts.records).toBe(3);
});

it("without the file of CSV, records are found again, and their rows are made anew", async () => {
  const files = await written(failing("csv", "close"));
  const found = [];
  for await (const copies of files.read()) found.push(copies);
  expect(found.map(({ versions }) => versions[0]?.id)).toEqual(["1", "2", "3"]);
  expect(found.every(({ rows }) => rows === undefined)).toBe(true);
});
