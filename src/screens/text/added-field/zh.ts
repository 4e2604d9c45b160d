import { fieldTypeIn } from "../field-type-names";
import { settingNameIn } from "../setting-names";
import type { AddedFieldTexts } from "./messages";

const listed = (codes: readonly string[]) => codes.map((code) => `“${code}”`).join("、");
const field = (code: string, label: string) => (code === label ? `“${code}”` : `“${code}”（${label}）`);

export const addedFieldTexts: AddedFieldTexts = {
  would: ({ app, code, label }, type) =>
    `将在应用“${app.name}”（ID ${app.appId}）的表单末尾添加字段${field(code, label)}（${fieldTypeIn("zh", type)}），并更新应用。仅添加字段，记录的值通过“恢复”恢复。`,
  required: "该字段为必填项。现有记录中该字段为空，下次编辑时需要填写。",
  adding: "正在添加字段…",
  added: ({ app, code, label }) =>
    `已在应用“${app.name}”的表单末尾添加字段${field(code, label)}。记录的值可以通过“恢复”恢复。`,
  refused: "kintone未接受该字段的添加。应用的设置保持不变。",
  undecided: "无法确认字段是否已添加。请打开应用的设置页面，如果表单中已有该字段，请选择“更新应用”或“取消更改”。",
  unrecorded: "字段已添加，但未能记录到更改历史中。",
  whyNot: {
    "another-app": (why) => `现在使用该ID的应用“${why.app}”不是归档中的应用。未添加。`,
    "not-archived": (why) => `归档的表单中没有字段“${why.field}”。`,
    present: (why) => `表单中已有字段代码为“${why.field}”的字段（包括尚未更新的更改）。`,
    "in-table": (why) =>
      `字段“${why.field}”在表格“${why.table}”中，无法添加到表格内。如果整个表格都不存在，请指定“${why.table}”。`,
    "not-addable": (why) =>
      `“${why.field}”（${fieldTypeIn("zh", why.type)}）是无法以此方式添加的字段类型。请在kintone的页面上设置。`,
    "waiting-changes": (why) =>
      `应用中有尚未更新的设置更改，或有无法确认的设置（${why.settings.map((name) => settingNameIn("zh", name)).join("、")}）。这些更改会与字段一起生效，因此未添加。请在应用的设置中更新应用或取消更改后重试。`,
    "related-app": (why) => `无法读取关联的应用（ID ${why.app}）。未添加。`,
    "related-fields": (why) => `关联的应用（ID ${why.app}）中没有字段${listed(why.fields)}。未添加。`,
    "own-fields": (why) => `此应用中没有复制目标或条件所需的字段${listed(why.fields)}。请先添加这些字段。`,
  },
  screen: {
    offer: (code) => `添加字段“${code}”`,
    looking: "正在确认能否添加…",
    doIt: (app, code) => `在应用“${app}”中添加字段“${code}”并更新`,
    cancel: "取消",
  },
  change: ({ app, code, label }, runId) => [
    `应用“${app.name}”（ID ${app.appId}）：从归档（执行ID ${runId}）添加字段${field(code, label)}`,
  ],
};
