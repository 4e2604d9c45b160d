import { archivedSetting } from "../../../archive/reading/archived-setting";
import { safeName } from "../../../archive/names";
import { lookInto } from "../../../domain/settings/answer-part";
import { generalOf } from "../../../domain/settings/known-settings";
import { pieceOf, type StepWork } from "./step-context";
import { isNamedAs, refusalInLab } from "./taking";
import { type Work, workOf } from "./work";

const SETTING = "app/settings";
const TAKEN_AS_THEY_ARE = [
  ...["description", "theme", "numberPrecision", "firstMonthOfFiscalYear"],
  ...["enableThumbnails", "enableBulkDeletion", "enableComments", "enableDuplicateRecord", "enableInlineRecordEditing"],
];

/** The app's own name, in the place of the one that it had while it was made, and its general settings with the icon. */
export const general: StepWork = async (bench, context) => {
  const answer = await archivedSetting(bench.made.archived, SETTING);
  const { root } = lookInto(answer ?? {});
  const title = root.member("titleField");
  const isAutomatic = title.member("selectionMode").text() !== "MANUAL";
  const items = [
    ["name", bench.made.name] as const,
    ...TAKEN_AS_THEY_ARE.map((name) => [name, root.member(name).value] as const),
    ["titleField", title.isThere && isAutomatic ? { selectionMode: "AUTO" } : title.value] as const,
    ["icon", await iconOf()] as const,
  ].filter(([, value]) => value !== undefined && value !== null);
  const whole = workOf({
    items,
    pieceOf: ([name]) => pieceOf(SETTING, name),
    send: (next) => bench.change({ method: "PUT", setting: SETTING, body: Object.fromEntries(next) }),
    isNamed: ([name], error) => isNamedAs(name, error),
  });
  return [whole, ...(await categories())];

  async function iconOf(): Promise<unknown> {
    const icon = root.member("icon");
    if (icon.member("type").text() !== "FILE") return icon.value;
    const { archived } = bench.made;
    const { name = "" } = generalOf(answer).icon ?? {};
    const contentType = icon.member("file").member("contentType").text() ?? "";
    const entry = archived.entries.get(`${archived.facts.folder}/settings/app/icon/${safeName(name)}`);
    if (entry) return { type: "FILE", file: { fileKey: await context.upload(entry, { name, contentType }) } };
    context.tell({ ...pieceOf(SETTING, "icon"), what: "not-archived" });
    return undefined;
  }

  /** Only where the domain tries this out: else it is for people (https://cybozu.dev/ja/kintone/docs/api-lab/rest-api/apps/update-categories). */
  async function categories(): Promise<Work[]> {
    const told = lookInto((await archivedSetting(bench.made.archived, "app/categories")) ?? {}).root;
    if (told.member("enabled").flag() !== true) return [];
    const body = { enabled: true, categories: told.member("categories").value };
    return [
      {
        async take(afterEach) {
          const send = () => bench.change({ method: "PUT", setting: "app/categories", body });
          const refused = await refusalInLab(async () => {
            await send();
            await afterEach?.();
          });
          if (refused) context.toDo({ what: "categories" });
          return [];
        },
      },
    ];
  }
};
