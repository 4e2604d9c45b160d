import { fieldTypeIn } from "../field-type-names";
import { settingNameIn } from "../setting-names";
import type { ComparedSettingsTexts } from "./messages";
import { propertyNameIn } from "./property-names";

const named = (kind: string) => (name: string) => (name === "" ? kind : `${kind}“${name}”`);
const languageName = { ja: "日语", en: "英语", zh: "中文" };

export const comparedSettingsTexts: ComparedSettingsTexts = {
  setting: (name) => settingNameIn("zh", name),
  property: (name) => propertyNameIn("zh", name),
  inLanguage: (property, language) => `${property}（${languageName[language]}）`,
  thing: {
    field: named("字段"),
    option: named("选项"),
    mapping: named("复制目标"),
    view: named("列表"),
    state: named("状态"),
    transition: named("动作"),
    graph: named("图表"),
    action: named("应用动作"),
    category: named("类别"),
    who: (name) => `“${name}”`,
    rule: (name) => (name === "" ? "所有记录" : `符合条件“${name}”的记录`),
    notification: named("通知"),
    plugin: named("插件"),
    file: (name) => `“${name}”`,
    label: named("标签"),
    space: named("空白"),
    line: named("边框线"),
    app: named("应用ID"),
    entry: (name) => `“${name}”`,
  },
  note: (thing, note) => `${thing}（${note}）`,
  who: {
    USER: "用户",
    GROUP: "组",
    ORGANIZATION: "组织",
    FIELD_ENTITY: "字段",
    CUSTOM_FIELD: "用户的自定义项目",
    CREATOR: "应用创建人",
  },
  fieldType: (type) => fieldTypeIn("zh", type),
  change: {
    added: "已添加",
    removed: "已删除",
    hidden: "设置内容不同（可能包含机密信息，因此不显示）",
    changed: (before, after) => `${before} → ${after}`,
    moved: (before, after) => `位置变更：${before} → ${after}`,
  },
  place: (place) =>
    typeof place === "number"
      ? `第${place}个`
      : `${place.in === undefined ? "" : `“${place.in}”中的`}第${place.row}行第${place.position}个`,
  value: {
    yes: "是",
    no: "否",
    none: "（无）",
    quoted: (text) => `“${text}”`,
    unknownContent: "（无法确认内容）",
  },
  notCompared: (what, side, why) => `${what}：${side}${why}`,
  part: (setting, part) => `${setting}（${part}）`,
  side: { before: "归档中", after: "比较对象中" },
  unread: {
    "left-out": "不在备份范围内。",
    "not-archived": "没有保存。",
    "not-readable": "执行备份的用户没有查看权限。",
    failed: "备份时未能读取。",
    "not-given": "读取所需的API（API Lab）未启用。",
  },
  languageName,
  verdict: {
    same: "应用的设置没有差异。",
    differs: (differences) => `应用的设置有差异（${differences}处）。未更改任何设置。`,
    unsure: "已比较的设置没有差异，但有无法读取的设置。",
  },
  screen: {
    heading: "设置",
    compare: "比较设置",
    underWay: "正在比较设置…",
    search: "搜索设置",
    column: { setting: "设置", what: "有差异的项目" },
  },
  heading: {
    same: (settings) => `没有差异的设置：${settings.join("、")}`,
    notCompared: "未比较的设置：",
  },
};
