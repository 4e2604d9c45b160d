import { findField } from "../domain/form";
import { fieldCodeNotFound } from "../errors/apps";
import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { settingsReader, settingsWriter } from "./endpoint";
import type { Endpoint } from "./endpoint";

const maxReports = 1000;
const limits = { groups: 3, aggregations: 10, sorts: 3 };

/** Graphs. */
export const reports: Endpoint[] = [
  ...settingsReader("app/reports.json", (settings) => ({ reports: settings.reports })),

  settingsWriter(
    "PUT",
    "app/reports.json",
    (app, { domain, parameters }) => {
      const given = parameters.object("reports") as Record<string, Record<string, unknown>>;
      if (Object.keys(given).length > maxReports) throw invalidParameter("reports", sentences.atMost(maxReports));
      const newId = domain.settingIds();
      const entries = Object.entries(given).map(([key, report]) => {
        const path = `reports[${key}]`;
        for (const [list, most] of Object.entries(limits)) {
          if (((report[list] as unknown[] | undefined) ?? []).length > most)
            throw invalidParameter(`${path}.${list}`, sentences.atMost(most));
        }
        for (const { code } of (report.groups ?? []) as Array<{ code: string }>) {
          if (!findField(app.preview.properties, code)) throw fieldCodeNotFound(code);
        }
        const name = String(report.name ?? key);
        const id = app.preview.reports[key]?.id ?? newId();
        const standard = { groups: [], aggregations: [], sorts: [], filterCond: "", periodicReport: null };
        return [name, { ...standard, ...report, id, name, index: String(report.index) }];
      });
      return { reports: Object.fromEntries(entries) as Record<string, Record<string, unknown>> };
    },
    (app) => ({
      reports: Object.fromEntries(Object.entries(app.preview.reports).map(([name, { id }]) => [name, { id }])),
    }),
  ),
];
