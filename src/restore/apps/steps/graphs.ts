import { archivedSetting } from "../../../archive/reading/archived-setting";
import { lookInto } from "../../../domain/settings/answer-part";
import { pieceOf, type StepWork } from "./step-context";
import { isNamedAs } from "./taking";
import { workOf } from "./work";

const SETTING = "app/reports";

/** Graphs, all together, as kintone takes them. */
export const graphs: StepWork = async (bench) => {
  const reports = lookInto(await archivedSetting(bench.made.archived, SETTING))
    .root.member("reports")
    .members();
  return [
    workOf({
      items: reports.map(([name, { value }]) => ({ name, report: asTaken(value as Record<string, unknown>) })),
      pieceOf: ({ name }) => pieceOf(SETTING, name),
      send: (next, taken) =>
        bench.change({
          ...{ method: "PUT", setting: SETTING },
          body: { reports: Object.fromEntries([...taken, ...next].map(({ name, report }) => [name, report])) },
        }),
      isNamed: ({ name }, error) => isNamedAs(`reports[${name}]`, error),
    }),
  ];
};

/** kintone gives it an id; what it has not is left out. */
function asTaken({ id: _id, ...report }: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(report).filter(([, value]) => value !== null));
}
