import { jsonLine } from "../../archive/records/json-lines";
import { isAppAsArchived } from "../../restore/apps/records/restore-records-of-set";
import type { SetReportLine } from "../../restore/apps/records/set-report-line";
import type { RebuildMessages } from "../../screens/text/rebuild/language";
import { describeClosed, describeRecords, describeRecordsOf } from "../../screens/text/rebuild/records/records-report";
import type { RecordsOfApps } from "../wiring/rebuilding/records-of-apps";

/** What became of the records of apps that are made anew, in words. Plain data: a later attempt, which puts none in any more, tells it again. */
export interface ToldRecords {
  /** For a file. */
  lines: readonly string[];
  /** By the ids of apps in the archive. */
  apps: Readonly<Record<string, { lines: readonly string[]; isWhole: boolean }>>;
  /** Lines of JSON. */
  report: readonly string[];
}

export function toldRecords(
  messages: RebuildMessages,
  { came, names }: Pick<RecordsOfApps, "came" | "names">,
  { lines, reportName }: { lines: readonly SetReportLine[]; reportName: string },
): ToldRecords | undefined {
  const run = came();
  if (!run) return undefined;
  const report = lines.map(jsonLine);
  if ("closed" in run) return { lines: [describeClosed(messages, run.closed, names())], apps: {}, report };
  const isWhole = (id: string) => {
    const app = run.apps.find(({ archivedId }) => archivedId === id);
    return !run.without.has(id) && (app === undefined || isAppAsArchived(app));
  };
  const apps = [...names().keys()].map((id) => {
    return [id, { lines: describeRecordsOf(messages, run, id, names()), isWhole: isWhole(id) }] as const;
  });
  return { lines: describeRecords(messages, run, names(), reportName), apps: Object.fromEntries(apps), report };
}
