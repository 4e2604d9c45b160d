import type { TargetChangeMessages } from "./messages";

export const targetChangeTexts: TargetChangeMessages = {
  added: (app) => `添加了备份对象：${app}`,
  changed: (app) => `更改了备份对象：${app}`,
  removed: (app) => `进行了删除备份对象的操作：${app}`,
  app: (name, id) => (name ? `${name}（应用ID ${id}）` : `应用ID ${id}`),
  difference: (field, before, after) => `${field}：${before} → ${after}`,
  nothing: "（无）",
  separator: "、",
  notRecorded: {
    title: "未能记录备份对象的更改",
    saved: (problem) => `更改本身已保存。更改内容可在记录的更改历史中确认。未能记录的原因：${problem}`,
    removed: (problem) =>
      `删除记录后，其更改历史也不会保留。如审计需要，请另行记下删除的备份对象和理由。未能记录的原因：${problem}`,
  },
};
