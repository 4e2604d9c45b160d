import { archivedSetting } from "../../../archive/reading/archived-setting";
import { lookInto } from "../../../domain/settings/answer-part";
import { pieceOf, type StepWork } from "./step-context";
import { isNamedAs } from "./taking";
import { workOf } from "./work";

const SETTING = "app/views";

interface WantedView {
  /** By which kintone knows it, or which it gets as its name. */
  key: string;
  view: Record<string, unknown>;
}

/** The views, all together, as kintone takes them. The one of the process is there by itself, under a name of its own, and cannot go (GAIA_IL44). */
export const views: StepWork = async (bench) => {
  const wanted = lookInto(await archivedSetting(bench.made.archived, SETTING))
    .root.member("views")
    .members();
  const { views: present } = await bench.read(SETTING);
  const builtIn = Object.entries(present).filter(([, { builtinType }]) => builtinType !== undefined);
  const items = wanted.flatMap(([name, part]): WantedView[] => {
    const { id: _id, builtinType, ...view } = part.value as Record<string, unknown>;
    if (builtinType === undefined) return [{ key: name, view: { ...view, name } }];
    const [own] = builtIn.find(([, each]) => each.builtinType === builtinType) ?? [];
    const { name: _name, filterCond: _filterCond, ...rest } = view;
    return own === undefined ? [] : [{ key: own, view: rest }];
  });
  const staying = Object.fromEntries(builtIn.map(([name, { type, index }]) => [name, { type, index }]));
  return [
    workOf({
      items,
      pieceOf: ({ key }) => pieceOf(SETTING, key),
      send: (next, taken) =>
        bench.change({
          ...{ method: "PUT", setting: SETTING },
          body: {
            views: { ...staying, ...Object.fromEntries([...taken, ...next].map(({ key, view }) => [key, view])) },
          },
        }),
      isNamed: ({ key }, error) => isNamedAs(`views[${key}]`, error) || isNamedAs(`views.${key}`, error),
    }),
  ];
};
