import { archivedSetting } from "../../../archive/reading/archived-setting";
import { lookInto } from "../../../domain/settings/answer-part";
import { pieceOf, type StepWork } from "./step-context";
import { wholeWork } from "./work";

const SETTING = "app/adminNotes";

/** Notes for administrators. */
export const notes: StepWork = async (bench) => {
  const { root } = lookInto((await archivedSetting(bench.made.archived, SETTING)) ?? {});
  const [content, included] = [root.member("content").text(), root.member("includeInTemplateAndDuplicates").flag()];
  if (!content && included !== true) return [];
  const body = { content: content ?? "", includeInTemplateAndDuplicates: included === true };
  return [wholeWork(pieceOf(SETTING), () => bench.change({ method: "PUT", setting: SETTING, body }))];
};
