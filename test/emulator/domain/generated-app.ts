import type { StoredRecord, Values } from "../records/record";
import type { App } from "./app";
import type { Domain } from "./domain";
import type { AttachedFile } from "./files";

const fileSize = 50_000;

/**
 * An app of any size for measuring clients: its records and the bytes of its files are made when they are read. The first
 * `files` records have one attachment each.
 */
export function addGeneratedApp(domain: Domain, options: { creator: string; records: number; files: number }): App {
  const app = domain.addApp({
    name: "大量データ",
    creator: options.creator,
    properties: {
      製造番号: { type: "SINGLE_LINE_TEXT", code: "製造番号", label: "製造番号" },
      数量: { type: "NUMBER", code: "数量", label: "数量" },
      検査日: { type: "DATE", code: "検査日", label: "検査日" },
      所見: { type: "MULTI_LINE_TEXT", code: "所見", label: "所見" },
      添付: { type: "FILE", code: "添付", label: "添付" },
    },
  });
  const attached = Array.from({ length: Math.min(options.files, options.records) }, (_, index) => {
    const id = index + 1;
    const bytes = () => fileOf(id);
    const content = { name: `検査-${id}.bin`, contentType: "application/octet-stream", size: fileSize, bytes };
    return domain.files.attach(content, { kind: "record", appId: app.id, recordId: id, fieldCode: "添付" });
  });
  const time = "2026-11-20T00:00:00Z";
  app.records.generate(options.records, (id): StoredRecord => {
    // Made when a field is looked at: lists of ids and revisions need none.
    let values: Values | undefined;
    return {
      id,
      revision: 1,
      creator: options.creator,
      createdTime: time,
      modifier: options.creator,
      updatedTime: time,
      status: undefined,
      assignees: [],
      get values() {
        return (values ??= valuesOf(id, attached[id - 1]));
      },
    };
  });
  return app;
}

const valuesOf = (id: number, file: AttachedFile | undefined): Values => ({
  製造番号: `LOT-${String(id).padStart(8, "0")}`,
  数量: String((id * 7919) % 1000),
  検査日: new Date(Date.UTC(2020, 0, 1 + (id % 2000))).toISOString().slice(0, 10),
  所見: `外観検査 ${id} 回目。寸法は公差内、傷なし。`.repeat(1 + (id % 8)),
  添付: file ? [file] : [],
});

/** Bytes that do not compress to nothing and differ from file to file. */
function fileOf(id: number): Uint8Array {
  const words = new Uint32Array(fileSize / 4);
  let state = id * 2_654_435_761;
  for (let at = 0; at < words.length; at++) words[at] = state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return new Uint8Array(words.buffer);
}
