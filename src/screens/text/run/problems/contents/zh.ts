import { bytes, compared, count, moment, number, settingName, what } from "../../names/zh";
import type { Sentences } from "../messages";

/** Of what is missing in the archive, or may be. */
export const ofContents = {
  SETTINGS_NOT_READABLE: ({ app, settings = [] }) =>
    `您没有查看${app ? `应用（ID ${app}）` : "应用"}以下设置的权限，因此未包含在备份中：${settings.map(settingName).join("、")}。请由应用的管理员执行，或在插件的设置页面将这些设置从备份对象中排除，或认可此缺失。`,
  SETTING_NOT_UNDERSTOOD: ({ app, settings = [], parts = [] }) =>
    `${app ? `应用（ID ${app}）` : "应用"}的设置${settings.map((name) => `“${settingName(name)}”`).join("、")}中有与预期不同的部分${parts.length > 0 ? `（${parts.join("、")}）` : ""}，其中指定的文件等可能未包含在备份中。设置的内容按kintone返回的原样包含在备份中。请确认是否有新版本的kintone Backup Manager。`,
  FIELD_NOT_READABLE: (facts) =>
    `您没有查看${what(facts, "字段")}的权限，因此未包含在备份中。请检查字段的访问权限，或由有权限的用户执行。如果无需包含，可在插件的设置页面认可此缺失。`,
  RECORDS_MAY_BE_HIDDEN: ({ app, hidden }) => {
    const name = app ? `应用（ID ${app}）` : "应用";
    if (hidden === "changed")
      return `备份过程中${name}的记录权限被更改，可能有记录未包含在备份中。请在无人更改权限时重新执行。`;
    const reason =
      hidden === "unknown"
        ? `没有查看${name}记录权限的权限，因此无法确认是否有执行者看不到的记录。`
        : `由于${name}的记录权限，可能有执行者看不到的记录。`;
    return `${reason}看不到的记录不会包含在备份中，kintone也不会告知其数量。请由可以查看所有记录的应用管理员执行，或在插件的设置页面认可此缺失。`;
  },
  EXCLUDED_FIELD_UNKNOWN: (facts) =>
    `找不到指定要排除的${what(facts, "字段")}。该字段可能已被删除，或字段代码已更改。如果是字段代码已更改，其值可能已包含在备份中。请检查备份对象的“排除的字段”。`,
  IDENTIFIER_UNDECIDED: (facts) =>
    `${what(facts, "字段")}可能是个人编号（My Number）等个人识别号码，因此没有备份。请在插件的设置页面选择备份或排除。`,
  FORM_CHANGED: (facts) =>
    `备份过程中${what(facts, "应用")}的表单被更改，记录与表单可能不一致。请在无人更改应用设置时重新执行。`,
  COUNT_MISMATCH: (facts) =>
    `${what(facts, "应用")}的记录数不一致${compared(
      [
        ["kintone", facts.expected],
        ["备份", facts.actual],
      ],
      count,
    )}。备份过程中可能添加或删除了记录。请重新执行。`,
  OVER_BUDGET: ({ app, expected = 0, actual = 0 }) =>
    `${app ? `应用${app}的` : ""}${count(actual)}记录的回复不在备份中：读取回复时每条记录需要一次API请求，而备份每天可对每个应用使用的${number(expected)}次已用完。如果设置为从上次备份沿用未更改的内容，以后的备份会读取其余部分。否则请选择明天继续、增加可使用的请求数、不备份回复，或用筛选条件减少记录。`,
  COMMENTS_TAKEN_OVER: ({ app, since = "", actual = 0 }) =>
    `${app ? `应用${app}的` : ""}${count(actual)}记录的回复沿用自以前的备份（最早读取于${moment(since) ?? since}），因为每天可使用的API请求数不足以读取全部回复。以后的备份会先读取新的和已更改的记录，再从最旧的开始读取。`,
  NOT_IN_CSV: ({ actual = 1, ...facts }) =>
    facts.field === undefined
      ? `${count(actual)}记录的行超出CSV的容量，因此未包含在records.csv中（第一条：${what(facts, "记录")}）。这些记录已按kintone返回的原样保存在records.jsonl中，无需处理。仅在使用records.csv恢复时需要补充。`
      : `在${count(actual)}记录中，kintone返回了CSV无法表示的值，因此records.csv中的单元格为空或缺少一部分（第一处：${what(facts, "字段")}）。这些值已按kintone返回的原样保存在records.jsonl中，无需处理。仅在使用records.csv恢复时需要补充。`,
  DOMAIN_NOT_READABLE: (facts) =>
    `您没有查看${what(facts, "插件、空间、用户的部分信息")}的权限，因此未包含在备份中。非公开空间只有其成员可以查看；API令牌无法读取这些信息。请加入这些空间，或由有权限的用户执行；不需要时，请在设置中按ID排除这些空间，或关闭此部分的备份。`,
  DOMAIN_CHANGING: (facts) =>
    `${what(facts, "插件、空间、用户的列表")}每次读取时内容都发生了变化，或读取过程中有人重新登录kintone，因此未包含在备份中。请在没有人更改用户、组织、组、空间和插件时重新执行。`,
  FILE_GONE: (facts) => `找不到${what(facts, "附件")}，因此未包含在备份中。可能在备份过程中被替换或删除。请重新执行。`,
  FILE_SIZE_MISMATCH: (facts) =>
    `${what(facts, "附件")}的大小不一致${compared(
      [
        ["kintone", facts.expected],
        ["收到", facts.actual],
      ],
      bytes,
    )}。该文件未正确备份。请重新执行。`,
} satisfies Partial<Sentences>;
