import { quantitiesIn } from "../../quantities";
import type { TargetsMessages } from "./messages";

const { number } = quantitiesIn("zh");

export const targets: TargetsMessages = {
  title: "备份对象",
  introduction: "添加要备份的应用，并为每个应用选择备份的内容。此处显示已启用的备份对象（勾选了“备份”的记录）。",
  savedApart: "此处选择的内容保存在备份对象的记录中，因此有单独的保存按钮。从下次执行起生效，无需更新应用。",
  reading: "正在读取备份对象…",
  none: "没有启用的备份对象。请在上方的“添加备份对象”中添加要备份的应用。",
  unreadable:
    "无法读取备份对象，因此现在无法在此选择。此页面的其他设置可以使用。如果刚创建此应用，请先添加字段并更新应用。",
  readAgain: "重新读取",
  overview: {
    undecided: (fields, apps) =>
      `${number(apps)}个应用中有${number(fields)}个可能含有个人识别号码的字段尚未决定。决定之前不会备份，结果为“不完整”。`,
    noneUndecided: "没有需要决定的字段。",
    checked: (checked, all) => `已检查个人识别号码的应用：${number(all)}个中的${number(checked)}个`,
    checkAll: (all) => `检查全部${number(all)}个应用`,
  },
  state: {
    unread: "未检查",
    reading: "正在读取…",
    failed: "无法读取",
    undecided: (fields) => `未决定的字段：${number(fields)}个`,
    decided: "没有未决定的字段",
    unsaved: "未保存",
  },
  records: (records) => `要备份的记录：${number(records)}条`,
  detailsUnreadable: "无法读取此应用。",
  fieldsMissing: (codes) =>
    `此应用缺少所需的字段，或您无权查看，因此无法保存对此备份对象的选择（${codes.join("、")}）。请添加字段并更新应用。`,
  parts: {
    title: "备份内容",
    part: {
      records: "记录",
      attachments: "附件",
      comments: "回复",
      settings: "应用的设置",
      administration: "只有应用管理员可以查看的设置",
    },
    hint: {
      records: "下面未排除的所有字段的值。",
      attachments: "附件字段中的文件。",
      settings: "可以查看应用的人都能读取的设置（列表、图表、流程管理、常规设置等）。表单始终会备份。",
      administration:
        "权限、通知、动作、插件、JavaScript和CSS、管理员备注。如果不由应用管理员执行则无法读取，结果将为“部分缺失”。",
    },
    pluginConfigurations: "插件的设置内容",
    pluginConfigurationsHint:
      "仅在此域已启用尚在研讨中的API（API Lab）时备份。插件中设置的API密钥等机密信息会原样包含在zip文件中。",
    withoutRecords: "附件和回复属于记录。不备份记录时，两者都不会备份。",
    atLeastOne: "请至少选择一项。",
    cost: (requests) => `每次执行约需${number(requests)}次请求（每条记录1次，回复较多的记录每约10条回复再加1次）。`,
    aboveBudget: (budget) =>
      `注意：超过备份每天可对每个应用使用的API请求数（${number(budget)}次），一天内无法全部读取。请用备份对象的筛选条件减少记录、取消勾选回复，或在上方的设置中增加可使用的次数。`,
    costEach: "每次执行中，每个应用的每条记录约1次请求（评论较多的记录约每10条追加1次）。",
    commentsOff: "此应用的回复功能已禁用。没有要备份的回复，无论是否勾选都不会产生请求。",
  },
  identifiers: {
    title: "可能含有个人识别号码的字段",
    hint: "日本法律限制复制个人编号（My Number）。除非选择“备份”，否则不会备份。",
    none: (records) => `在字段名称和最新${number(records)}条记录的值中没有发现。`,
    evidence: {
      name: (kind) => `理由：字段名称（${kind}）`,
      values: (kind) => `理由：值的格式（${kind}）`,
    },
    kind: {
      "my-number": "个人编号（My Number）",
      "basic-pension-number": "基础年金号码",
      "residence-card-number": "在留卡号码",
      "passport-number": "护照号码",
      "drivers-license-number": "驾驶证号码",
      "employment-insurance-number": "雇佣保险被保险人号码",
      "health-insurance-number": "健康保险被保险人号码",
      "resident-record-code": "住民票代码",
      "credit-card-number": "信用卡号码",
      "social-security-number": "社会保障号码",
      "national-id-number": "外国的国民身份号码",
    },
    decision: {
      "leave-out": "排除",
      "back-up": "备份",
      undecided: "未决定（不备份，结果为“不完整”）",
    },
    withTable: (table) => `连同整个表格“${table}”一起排除。`,
    undecided: "未决定",
  },
  fields: {
    title: (leftOut) => `其他要排除的字段：${leftOut === 0 ? "无" : `${number(leftOut)}个`}`,
    hint: "勾选的字段的值不会备份。表单中的定义会保留。",
    named: (label, code) => (label === code ? label : `${label}（${code}）`),
    inTable: (field, table) => `表格“${table}”中的${field}`,
    wholeTable: (table) => `${table}：整个表格`,
    withTable: "连同表格一起排除。",
    derived: "由要排除的字段计算得出，因此一并排除。",
    unknown: "应用中没有此字段代码的字段。可能已被删除，或字段代码已更改。",
  },
  rules: {
    title: "规则",
    state: "规则",
    hint: "此处的选择适用于符合规则的每个应用。可能含有个人识别号码的字段，在填入下方任一列表或将该应用单独添加为备份对象之前不会备份，结果为“不完整”。",
    incomplete: "未指定空间的规则",
    list: {
      exceptions: { label: "排除的应用", hint: "每行输入一个应用ID。" },
      excludedFields: { label: "排除的字段", hint: "每行输入一个字段代码。从含有该字段的各应用中排除。" },
      includedIdentifiers: {
        label: "虽可能含有个人识别号码但仍备份的字段",
        hint: "每行输入一个字段代码。",
      },
    },
  },
  save: {
    button: "保存备份对象的设置",
    saving: "正在保存…",
    nothingChanged: "没有更改，无需保存。",
    saved: (apps) => `已保存：${apps.join("、")}。从下次执行起生效。`,
    notSaved: "有未能保存的内容。",
    atLeastOne: (app) => `${app}：请至少选择一项备份内容。如果不备份此应用，请在备份对象的记录中取消勾选“备份”。`,
    changed: (app) => `${app}：其他用户更改了此备份对象，因此未保存。现在显示的是已保存的内容。请重新选择并保存。`,
    gone: (app) => `${app}：此备份对象已被停用或删除，因此未保存。`,
    failed: (app, problem) => `${app}：${problem}`,
  },
  acceptance: {
    title: "认可缺失",
    hint: "由于执行者没有权限读取而每次都会缺失的内容。认可后，如果没有其他缺失，执行结果即为“成功”，并且每次都会显示已认可的缺失及理由。未认可的缺失或范围发生变化的缺失仍为“部分缺失”。比起认可，更推荐由应用的管理员执行备份。",
    given: ({ reason, by, at }) => `已认可（${by}，${at.slice(0, 10)}，理由：${reason}）`,
    takeBack: "取消认可",
    takeBackOf: (gap) => `取消认可：${gap}`,
    offered: "上次执行时缺失的内容",
  },
};
