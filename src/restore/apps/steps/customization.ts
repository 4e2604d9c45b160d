import { archivedSetting } from "../../../archive/reading/archived-setting";
import { safeName } from "../../../archive/names";
import { type AnswerPart, lookInto } from "../../../domain/settings/answer-part";
import { pieceOf, type StepWork } from "./step-context";
import { wholeWork } from "./work";

const SETTING = "app/customize";

/** JavaScript and CSS: links as they are, files uploaded from the archive. Takes a system administrator of kintone. */
export const customization: StepWork = async (bench, { upload, tell }) => {
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
      const place = `customize/${name}/${type}/${at + 1}`;
      files.push(...(url === undefined ? await uploaded(place, entry.member("file")) : [{ type: "URL", url }]));
    }
    return files;
  }

  async function uploaded(place: string, file: AnswerPart): Promise<object[]> {
    const [name = "", contentType = ""] = [file.member("name").text(), file.member("contentType").text()];
    const { archived } = bench.made;
    const entry = archived.entries.get(`${archived.facts.folder}/${place}-${safeName(name)}`);
    if (entry) return [{ type: "FILE", file: { fileKey: await upload(entry, { name, contentType }) } }];
    tell({ ...pieceOf(SETTING, name), what: "not-archived" });
    return [];
  }
};
