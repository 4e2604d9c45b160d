import type { Stage } from "./stage";

type Cells = Record<string, { value: unknown } | undefined>;

/** A run as its record in the history tells of it, read by the official client. */
export interface RecordedRun {
  recordId: string;
  /** The text of a field, by its code. */
  field(code: string): string;
  results: Array<Record<string, string>>;
  volumes: Array<Record<string, string>>;
  /** The text of the attached file; empty when there is none. */
  log: string;
}

/** All runs of the history, the newest first. */
export async function recordedRuns({ witness, appId }: Pick<Stage, "witness" | "appId">): Promise<RecordedRun[]> {
  const query = 'record_type in ("run") order by $id desc';
  const { records } = await witness.record.getRecords({ app: appId, query });
  return Promise.all(
    records.map(async (record: Cells) => {
      const [log] = record.run_log?.value as Array<{ fileKey: string }>;
      return {
        recordId: textOf(record, "$id"),
        field: (code: string) => textOf(record, code),
        results: rowsOf(record, "run_results"),
        volumes: rowsOf(record, "run_volumes"),
        log: log ? new TextDecoder().decode(await witness.file.downloadFile(log)) : "",
      };
    }),
  );
}

/** The newest run. @throws when there is none */
export async function lastRun(stage: Pick<Stage, "witness" | "appId">): Promise<RecordedRun> {
  const [run] = await recordedRuns(stage);
  if (!run) throw new Error("The history holds no run.");
  return run;
}

/** Without the prefix that the codes of a table share: `{ app_id: "11", status: "success" }`. */
function rowsOf(record: Cells, table: string): Array<Record<string, string>> {
  const rows = record[table]?.value as Array<{ value: Cells }>;
  return rows.map(({ value }) =>
    Object.fromEntries(Object.keys(value).map((code) => [code.replace(/^[a-z]+_/, ""), textOf(value, code)])),
  );
}

function textOf(cells: Cells, code: string): string {
  return String(cells[code]?.value ?? "");
}
