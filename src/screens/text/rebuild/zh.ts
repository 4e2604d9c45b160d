import { quantitiesIn } from "../quantities";
import { settingNameIn } from "../setting-names";
import type { RebuildTexts } from "./messages";

const { number } = quantitiesIn("zh");
const list = (items: readonly string[]) => items.join("、");

const person = {
  users: (code: string) => `用户“${code}”`,
  organizations: (code: string) => `组织“${code}”`,
  groups: (code: string) => `组“${code}”`,
};

export const rebuildTexts: RebuildTexts = {
  step: {
    making: "正在创建应用",
    fields: "正在添加字段",
    lookups: "正在添加Lookup",
    process: "正在设置流程管理",
    "related-records": "正在添加关联记录列表",
    layout: "正在设置表单布局",
    views: "正在添加列表",
    graphs: "正在添加图表",
    general: "正在设置应用名称、图标和常规设置",
    actions: "正在添加应用动作",
    notes: "正在写入管理员备注",
    plugins: "正在添加插件",
    customization: "正在上传JavaScript / CSS文件",
    records: "正在登记记录",
    notifications: "正在设置通知",
    permissions: "正在设置记录和字段的访问权限",
    "app-permissions": "正在设置应用的访问权限",
    checking: "正在确认剩余的工作",
  },
  verdict: {
    whole: "应用已重建，归档中的设置已全部应用。",
    "left-out": "应用已重建，但与原来不完全相同。",
    stopped: "应用的重建中途结束。",
  },
  app: (before, now) => `${before} → ${now}`,
  would: {
    make: "将创建以下应用：",
    app: (before, name, place) => `${before} →“${name}”（${place}）`,
    outside: "空间之外",
    space: (id) => `空间 ${id}`,
    guestSpace: (id) => `访客空间 ${id}`,
    others: (ids) => `以下应用不重建，Lookup、关联记录列表和应用动作继续使用它们：${list(ids)}`,
    without: (names) => `归档中没有以下应用的表单，因此无法创建：${list(names)}`,
  },
  noForm: "归档中没有这些应用的表单，未创建任何内容。请将设置也列入备份。",
  person,
  heading: {
    told: "与归档不同之处：",
    toDo: "需要手动完成的工作：",
    oldIds: "仍使用旧应用ID的位置（未作更改）：",
  },
  setting: (name) => settingNameIn("zh", name),
  piece: (setting, name) => (name === undefined ? setting : `${setting}“${name}”`),
  told: {
    refused: (piece, _told, problem) => `${piece}：被kintone拒绝。${problem}`,
    "not-deployed": (piece) => `${piece}：kintone接受了设置，但无法更新应用，且不说明原因。`,
    "other-app": (piece, { appId }) => `${piece}：它引用的应用（ID ${appId}）没有替代。`,
    "no-lookup": (piece) => `${piece}：已作为普通字段创建。值会保留，但不再进行Lookup。`,
    person: (piece, { people, code, instead }) =>
      instead === null
        ? `${piece}：${person[people](code)}已不存在，已除去。`
        : `${piece}：${person[people](code)}已不存在，已替换为“${instead}”。`,
    "not-set": (piece, { people, code }) =>
      `${piece}：由于${person[people](code)}已不存在，未进行设置。若除去后设置，可能会给予比以前更大的权限。`,
    "not-archived": (piece) => `${piece}：归档中没有该文件。`,
  },
  toDo: {
    "app-code": ({ code }) => `请设置应用代码“${code}”（应用设置 > 设置 > 高级设置）。`,
    "tokens-and-webhooks": () =>
      "如果使用过API令牌、Webhook或外部连接，请重新设置（应用设置 > 设置 > API令牌、Webhook）。",
    "names-in-languages": ({ languages }) =>
      `请输入其他语言（${list(languages)}）的名称（应用设置中的各名称）。它们在归档的 views.en.json 等文件中。`,
    "lookup-search": ({ fields }) =>
      `请确认以下Lookup的搜索方式（按单词或部分匹配）：${list(fields)}（表单 > 字段的设置）。`,
    "plugin-missing": ({ plugins }) =>
      `请导入以下插件并添加到应用：${list(plugins)}（kintone系统管理 > 插件，应用设置 > 插件）。`,
    "plugin-configuration": ({ plugins }) => `请设置以下插件：${list(plugins)}（应用设置 > 插件）。`,
    "plugin-disabled": ({ plugins }) => `请将以下插件恢复为停用：${list(plugins)}（应用设置 > 插件）。`,
    categories: () => "请设置类别（应用设置 > 设置 > 类别）。内容在归档的 categories.json 中。",
    permissions: (_toDo, settings) =>
      `请设置以下访问权限：${list(settings)}（应用设置 > 设置 > 访问权限）。在此之前，只有创建者可以打开该应用。`,
    "old-ids": () => "请确认下列仍使用旧应用ID的位置。",
  },
  oldId: (where, line, appId, text) => `${where}:${line}：应用ID ${appId}：${text}`,
  recordsNotAsked: "按照指定，未登记记录。",
  more: (more) => `另有${number(more)}条（见文件）`,
  stopped: (problem) => `原因：${problem}`,
};
