import { quantitiesIn } from "../quantities";
import type { RehearsalTexts } from "./messages";

const { number } = quantitiesIn("zh");

export const rehearsalTexts: RehearsalTexts = {
  offer: "演练恢复",
  introduction:
    "将记录与归档自身的表单、文件、引用及用户列表进行核对，查找放入空的应用时会遇到的问题。不会连接kintone，也不会更改任何内容。",
  rehearsing: (appName) => `正在演练“${appName}”的恢复`,
  verdict: {
    nothing: "未发现问题：按归档自身的表单，全部内容都可以放入空的应用。",
    asks: "要把归档的全部内容放入空的应用，有些事项需要先决定。",
    unable: "有的应用无法演练。",
  },
  looked: (records, attachments) => `已检查${number(records)}条记录、${number(attachments)}个附件`,
  nothingInTheWay: "没有妨碍恢复的内容。",
  lacking: {
    records: (lacking) => `备份时有${number(lacking)}条记录未能读取，不在归档中。`,
    attachments: (lacking) => `备份时有${number(lacking)}个附件未能读取，不在归档中。`,
  },
  unchecked: {
    form: () => "归档中没有此应用的表单，无法检查其记录。请同时备份设置。",
    records: () => "归档中没有此应用的记录（有意排除）。",
    people: () => "归档中没有用户、部门和组的列表，因此未检查它们是否存在。如需检查，请同时备份这些列表。",
    lookup: ({ field, app, records }) =>
      `归档中没有“${field.label}”所引用的应用（ID ${app}）的记录，因此未检查引用（${number(records)}条记录引用了它）。`,
  },
};
