import type { AcceptanceMessages } from "./messages";

export const acceptanceTexts: AcceptanceMessages = {
  setting: (name) => `设置“${name}”`,
  field: (code) => `字段“${code}”`,
  hiddenRecords: {
    rules: "可能因当前的记录权限而看不到的记录",
    unknown: "可能因无法确认的记录权限而看不到的记录",
  },
  reason: "认可的理由",
  accept: "认可勾选的缺失",
  offer: (app) => `认可${app}每次都会缺失的内容`,
  offerHint: "比起认可，更推荐由应用的管理员执行备份。在此认可的缺失每次都会显示，但从下次执行起不再导致“部分缺失”。",
  askManager:
    "如果执行者的权限总是会导致缺失，请由应用的管理员执行备份，或请管理此备份管理应用的人注明理由后予以认可。",
  nothingOpen: "此次执行中缺失的内容已没有可认可的项目：已认可，或之后的执行中不再缺失，或备份对象已不再启用。",
  missing: (app, gaps) => `${app}：${gaps.join("、")}`,
  accepted: (gaps) => `已认可：${gaps.join("、")}。从下次执行起生效。`,
  changed: "其他用户在此期间更改了此备份对象，因此未能认可。请重试。",
  gone: "此备份对象已不再启用，因此未能认可。",
  failed: (problem) => `未能认可。${problem}`,
};
