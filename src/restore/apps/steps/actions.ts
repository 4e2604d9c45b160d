import { archivedSetting } from "../../../archive/reading/archived-setting";
import { lookInto } from "../../../domain/settings/answer-part";
import { pieceOf, type StepWork } from "./step-context";
import { isNamedAs } from "./taking";
import { workOf } from "./work";

const SETTING = "app/actions";

/** App actions, all together, into the apps that stand for those of the archive. */
export const actions: StepWork = async (bench, { ids, people, tell }) => {
  const all = lookInto((await archivedSetting(bench.made.archived, SETTING)) ?? {})
    .root.member("actions")
    .members();
  const items = all.flatMap(([name, action]) => {
    const archivedApp = action.member("destApp").member("app").text() ?? "";
    const app = ids.now(archivedApp);
    if (app === undefined) {
      tell({ ...pieceOf(SETTING, name), what: "other-app", appId: archivedApp });
      return [];
    }
    const { id: _id, ...known } = people.settled(action.value as Record<string, unknown>, (person) =>
      tell({ ...pieceOf(SETTING, name), what: "person", ...person }),
    );
    return [{ name, action: { ...known, destApp: { app } } }];
  });
  return [
    workOf({
      items,
      pieceOf: ({ name }) => pieceOf(SETTING, name),
      send: (next, taken) =>
        bench.change({
          ...{ method: "PUT", setting: SETTING },
          body: { actions: Object.fromEntries([...taken, ...next].map(({ name, action }) => [name, action])) },
        }),
      isNamed: ({ name }, error) => isNamedAs(`actions[${name}]`, error),
    }),
  ];
};
