import { fieldTypeIn } from "../field-type-names";
import { quantitiesIn } from "../quantities";
import type { RestoreMessages } from "./messages";

const { number, moment } = quantitiesIn("zh");

const type = (name: string) => fieldTypeIn("zh", name);
const named = (names: readonly string[]) => names.map((name) => `“${name}”`).join("、");
const inTable = (table: string | undefined) => (table === undefined ? "表格之外" : `表格“${table}”中`);
const time = (at: string) => moment(at) ?? at;
const app = (id: string | undefined) => (id === undefined ? "应用" : `应用（ID ${id}）`);

/** What of an archive. */
function partOf(record: string | undefined, path: string | undefined): string {
  if (record !== undefined) return `记录（ID ${record}）`;
  return path === undefined ? "一部分内容" : `“${path}”`;
}

export const restoreTexts: RestoreMessages = {
  sentence: {
    RUN_SILENT: ({ resumable }) =>
      `恢复处理没有响应，已将其结束。${
        resumable
          ? "已写入的记录保持不变。请重新加载此页面，如果显示“从中断处继续”，请继续；如果没有显示，则尚未写入任何内容。"
          : "没有任何更改。请关闭此对话框，然后重新比较。"
      }`,
    APP_NOT_FOUND: (facts) =>
      `${app(facts.app)}不存在。如果删除未满14天，cybozu.com管理员可以在kintone系统管理中将其连同数据一并恢复。`,
    WRONG_SPACE: (facts) =>
      facts.guestSpaceId
        ? `此归档属于来宾空间（ID ${facts.guestSpaceId}）中的应用，但${app(facts.app)}不在其中。`
        : `此归档属于来宾空间之外的应用，但${app(facts.app)}在来宾空间中。`,
    NO_PERMISSION: (facts) =>
      facts.ofToken
        ? `API令牌没有读取${app(facts.app)}的权限。请在应用的设置中为API令牌添加“查看记录”权限，更新应用后重新比较。`
        : `没有读取${app(facts.app)}的权限。请由可查看其记录和所有字段的用户重新比较。`,
    TOO_MANY_REQUESTS: () => "对kintone的请求过多。请稍后重新比较，或减小“requestsAtOnce”。",
    UNAVAILABLE: () => "kintone无法使用，可能正在维护或负载过高。请稍后重新比较。",
    NETWORK: ({ obstacle }) => (obstacle ? undefined : "连接已中断。请检查网络后重新比较。"),
    TIMED_OUT: () => "kintone未在规定时间内应答。请稍后重新比较。",
    OVER_BUDGET: ({ app: id, expected = 0, actual = 0 }) =>
      `比较最多需要${number(expected)}次API请求，而${id ? `应用（ID ${id}）` : "应用"}今天只剩${number(actual)}次，因此未进行比较。请在次日（日本时间9:00以后）再比较，或不比较附件的内容，或在设置中增大“每个应用每天的请求数”。`,
    ANSWER_TOO_LARGE: () => "kintone的应答过大，因此未能比较。",
    FILE_GONE: ({ file = "", path }) =>
      path
        ? `“${file}”不在归档中，因此未能比较其内容。原因请见归档的 README.txt。`
        : `在kintone中找不到“${file}”，因此未能比较其内容。可能在比较期间被替换。`,
    ARCHIVE_DAMAGED: ({ record, path }) => `无法解析归档中的${partOf(record, path)}。请使用保存在别处的同一归档。`,
    CANCELLED: () => "比较已取消。没有更改任何内容。",
  },
  comparing: (appName) => `正在比较“${appName}”`,
  cancelling: "正在取消比较…",
  verdict: {
    same: "没有差异：归档中的内容都原样存在于kintone中。",
    differs: "kintone与归档存在差异。没有更改任何内容。",
    unable: "有未能比较的应用。没有更改任何内容。",
  },
  notComparable: {
    "no-form": (why) => `归档中没有“${why.app}”的表单，因此无法比较其记录。`,
    "no-records": (why) => `归档中没有“${why.app}”的记录（备份时已排除）。`,
    "another-app": ({ archived, present }) =>
      `应用ID ${present.appId} 现在是由${present.creator}于${time(present.createdAt)}创建的“${present.name}”，而归档属于${time(archived.createdAt)}创建的“${archived.name}”。二者是不同的应用（也可能属于不同的域），因此未比较。`,
    "same-app": (why) =>
      `应用“${why.app}”就是归档的原应用，直接添加会使所有记录重复。请按记录编号或禁止重复值的字段进行匹配。`,
    "no-key": ({ field, keys }) =>
      `无法用字段“${field}”匹配记录。需要在归档和应用中都设为禁止重复值的单行文本框或数值字段。${keys.length > 0 ? `可用的字段：${named(keys)}` : "没有可用的字段，因此只能添加记录。"}`,
  },
  app: (name) => `应用“${name}”`,
  counts: {
    archived: "归档",
    present: "现在的应用",
    equal: "一致",
    missing: "应用中没有",
    differs: "有差异",
    explained: "仅kintone决定的值不同",
    newer: "比归档新",
    surplus: "归档中没有",
    unread: "未能比较",
  },
  form: {
    same: "表单相同。",
    alike: "表单有更改，但没有影响记录的值的差异。",
    heading: "表单有差异：",
    difference: {
      absent: ({ field, table, label, type: of, proposals }) =>
        `字段“${field}”（${table === undefined ? "" : `在表格“${table}”中，`}“${label}”，${type(of)}）已不在表单中，其值将不会恢复。${
          proposals.length > 0 ? `可能已变为名称和类型相同的${named(proposals)}：如果是，请恢复原来的字段代码。` : ""
        }`,
      type: ({ field, archived, present }) =>
        `字段“${field}”的类型由${type(archived)}变为${type(present)}，无法存放原来的值，因此其值将不会恢复。`,
      place: ({ field, archived, present }) =>
        `字段“${field}”由${inTable(archived)}移到${inTable(present)}，其值将不会恢复。`,
      required: ({ field }) => `字段“${field}”现在为必填项。归档中为空的记录，如不指定值则无法恢复。`,
      unique: ({ field }) => `字段“${field}”现在禁止值重复。其他记录中已有的值无法恢复。`,
      limit: ({ field, limit, archived, present }) =>
        `字段“${field}”的限制变严（${limit}：${archived === "" ? "无" : archived} → ${present}）。超出限制的值无法恢复。`,
      options: ({ field, gone }) =>
        `字段“${field}”中已没有以下选项：${gone
          .map(({ option, proposal }) => `“${option}”${proposal === undefined ? "" : `（现在可能是“${proposal}”）`}`)
          .join("、")}。含有这些选项的值无法原样恢复。`,
      lookup: ({ field }) => `字段“${field}”的Lookup设置已更改。复制的值将是现在的值。`,
      added: ({ field, label, type: of }) => `添加了字段“${field}”（“${label}”，${type(of)}）。归档中没有任何信息。`,
    },
  },
  excluded: (fields) => `归档中已排除，因此未比较的字段：${named(fields)}`,
  mayBeHidden: {
    rules:
      "因记录的访问权限，可能有您看不到的记录。显示为应用中没有的记录，实际上可能存在。请由可查看所有记录的用户进行比较。",
    unknown:
      "记录的访问权限只有应用管理员才能看到，因此不知道是否有看不到的记录。显示为应用中没有的记录，实际上可能存在。",
    changed: "比较期间记录的访问权限发生了变化。显示为应用中没有的记录，实际上可能存在。请重新比较。",
  },
  condition: (query) => `归档中只有符合以下条件的记录：${query}。其他记录的情况不明，因此不视为差异。`,
  noAttachments: "归档中没有附件（备份时已排除），因此未比较文件的内容。",
  record: (id, presentId) => (id === presentId ? `记录（ID ${id}）` : `记录（ID ${id}，现在为 ${presentId}）`),
  changed: (by, at) => [by, at !== undefined && time(at)].filter(Boolean).join("，"),
  more: (others) => `另有${number(others)}条`,
  value: {
    none: "（空）",
    rows: (rows) => `${number(rows)}行`,
    otherRows: (rows) => `${number(rows)}行（值不同）`,
    otherBytes: (files) => `${files}：名称和大小相同，内容不同`,
    nameAndCode: (name, code) => `${name}（${code}）`,
    list: (values) => values.join("、"),
    quoted: (text) => `“${text}”`,
    becomes: (field, archived, present) => `${field}：${archived} → ${present}`,
    field: (code, table) => (table === undefined ? code : `${table} / ${code}`),
    unwritable: {
      copied: "从其他应用复制",
      calculated: "计算",
      process: "流程管理",
      category: "类别",
      stamp: "由kintone记录",
    },
  },
};
