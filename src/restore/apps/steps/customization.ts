import { archivedSetting } from "../../../archive/reading/archived-setting";
import { safeName } from "../../../archive/names";
import { lookInto } from "../../../domain/settings/answer-part";
import type { Bench } from "../making/bench";
import { pieceOf, type StepContext, type StepWork } from "./step-context";
import { wholeWork } from "./work";

const SETTING = "app/customize";

/** JavaScript and CSS: links as they are, files uploaded from the archive. Takes a system administrator of kintone. */
export const customization: StepWork = async (bench, context) => {
  const { root } = lookInto((await archivedSetting(bench.made.archived, SETTING)) ?? {});
  const scope = root.member("scope").text();
  const device = async (name: "desktop" | "mobile") => ({
    js: await loaded(name, "js"),
    css: await loaded(name, "css"),
  });
  const isEmpty = (["desktop", "mobile"] as const).every((name) =>
    (["js", "css"] as const).every((type) => root.member(name).member(type).items().length === 0),
  );
  if (isEmpty && (scope ?? "ALL") === "ALL") return [];
  return [
    wholeWork(pieceOf(SETTING), async () => {
      const body = { scope, desktop: await device("desktop"), mobile: await device("mobile") };
      await bench.change({ method: "PUT", setting: SETTING, body });
    }),
  ];

  async function loaded(name: "desktop" | "mobile", type: "js" | "css"): Promise<object[]> {
    const files: object[] = [];
    for (const [at, entry] of root.member(name).member(type).items().entries()) {
      const url = entry.member("url").text();
      const file = entry.member("file").member("name").text() ?? "";
      if (url !== undefined) files.push({ type: "URL", url });
      else
        files.push(...(await uploaded(bench, `customize/${name}/${type}/${at + 1}-${safeName(file)}`, file, context)));
    }
    return files;
  }
};

async function uploaded(bench: Bench, path: string, name: string, { upload, tell }: StepContext): Promise<object[]> {
  const { archived } = bench.made;
  const entry = archived.entries.get(`${archived.facts.folder}/${path}`);
  if (entry) return [{ type: "FILE", file: { fileKey: await upload(bench, entry, name) } }];
  tell({ ...pieceOf(SETTING, name), what: "not-archived" });
  return [];
}
