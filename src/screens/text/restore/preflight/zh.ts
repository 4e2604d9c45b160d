import type { Concerned, NamedField } from "../../../../restore/preflight/obstacle";
import { fieldTypeIn } from "../../field-type-names";
import { quantitiesIn } from "../../quantities";
import { condition } from "../condition/zh";
import { planFile } from "../plan-file/zh";
import type { RestorePreflightMessages } from "./messages";

const { number, bytes, moment } = quantitiesIn("zh");
const type = (name: string) => fieldTypeIn("zh", name);
const records = ({ count, ids }: Concerned) =>
  `${number(count)}条记录（ID ${ids.join("、")}${count > ids.length ? "、…" : ""}）`;
const field = ({ field: code, label, table }: NamedField) =>
  `${table === undefined ? "" : `表格“${table}”中的`}“${label}”${label === code ? "" : `（字段代码：${code}）`}`;
const inTable = (table: string | undefined) => (table === undefined ? "表格之外" : `表格“${table}”中`);

const RIGHT = { add: "添加", putBack: "编辑", remove: "删除" };
const MODE = { add: "添加缺少的记录", putBack: "恢复有差异的记录", remove: "删除" };
const LIMIT = {
  minLength: (bound: string) => `至少${bound}个字符`,
  maxLength: (bound: string) => `至多${bound}个字符`,
  minValue: (bound: string) => `不小于${bound}`,
  maxValue: (bound: string) => `不大于${bound}`,
};
const PEOPLE = { users: "用户", organizations: "部门", groups: "组" };

export const restorePreflight: RestorePreflightMessages = {
  weight: { stops: "无法执行", asks: "需要决定", told: "请知悉" },
  condition,
  planFile,
  obstacle: {
    NOTHING_TO_DO: () => "所选范围没有差异，无需恢复。",
    FORM_CHANGED: () => "比较之后应用的表单已更改。请重新比较。",
    NOT_READABLE: (_found, { problem }) =>
      `无法读取应用的记录。${problem}应用处于维护模式时，kintone拒绝读取和写入记录，此时请先关闭维护模式。`,
    CONDITION: ({ condition: text }, { problems }) => `无法用条件“${text}”选择归档中的记录。${problems.join("")}`,
    RECORDS_UNKNOWN: ({ records: of }) => `归档中没有${records(of)}。`,
    ARCHIVE_NOT_TOLD: ({ error }, { problem }) =>
      `${error ? `未能确认历史中是否有此归档。${problem}` : "历史中没有此归档。"}它可能是真实的，但无法证实。`,
    UNTOLD_RESTORES: ({ restores, records: of }) =>
      `历史中没有以前的恢复（${restores.map(({ restoreId, operator, startedAt, adds }) => `${restoreId}，${operator}，${moment(startedAt) ?? startedAt}，最多${number(adds)}条`).join("；")}）所添加记录的信息，继续添加可能会出现重复记录。请在开始该恢复的环境中继续或放弃它，历史便会记录下来。${of.count === 0 ? "应用中未找到内容相同的记录。" : `应用中已有内容相同的记录：${records(of)}。`}`,
    NOT_EXACT: ({ why }) => {
      if (why.reason === "condition") return `归档只包含符合条件（${why.query}）的记录，不能据此删除。`;
      if (why.reason === "another-app") return "归档属于其他应用，不能据此删除。";
      return `备份时有${number(why.missing)}条记录未能读取，不在归档中，不能据此删除。`;
    },
    MAY_BE_HIDDEN: ({ why, records: of }) =>
      `${why === "rules" ? "由于记录的访问权限，可能有您看不到的记录" : "无法得知记录的访问权限是否使您看不到某些记录"}。要添加的${number(of)}条记录可能实际存在。添加前会逐条确认，可能存在的记录不会再次添加。`,
    REMOVALS: ({ appName, records: of, newer, confirmed }) =>
      `${confirmed && confirmed.records !== of ? `将删除${number(of)}条记录，而不是已确认的${number(confirmed.records)}条。` : `将删除“${appName}”的${number(of)}条记录。`}${newer > 0 ? `其中${number(newer)}条比归档更新，归档中没有其任何信息。` : ""}kintone无法恢复已删除的记录。`,
    LARGE: ({ touched, present }) => `应用的${number(present)}条记录中将更改或删除${number(touched)}条，超过一半。`,
    RIGHT: ({ right, lacking }) =>
      lacking === "certain"
        ? `您没有${RIGHT[right]}此应用记录的权限，${MODE[right]}需要该权限。`
        : `无法事先得知您是否有${RIGHT[right]}此应用记录的权限。如果没有，kintone会拒绝，不会更改任何内容。`,
    RECORD_RIGHT: ({ right, records: of }) => `由于记录的访问权限，您不能${RIGHT[right]}${records(of)}。`,
    NOT_MANAGED: ({ records: of }) =>
      `您不是此应用的管理员，因此要添加的${number(of)}条记录的创建人、更新人将是您，时间将是现在。由应用管理员恢复则可保持原样。`,
    FIELD_HIDDEN: (found) => `您无权查看${field(found)}，因此既不比较也不恢复。`,
    FIELD_NOT_EDITABLE: (found) => `您无权编辑${field(found)}，而它将写入${records(found.records)}。`,
    FIELD_ABSENT: (found) =>
      `当前表单中没有字段${field(found)}（${type(found.type)}）。${found.values === 0 ? "要恢复的记录中没有该字段的值。" : `${number(found.values)}条记录的值将不会恢复。`}也可以在表单中添加该字段。`,
    FIELD_TYPE: (found) =>
      `字段${field(found)}的类型从${type(found.archived)}变为${type(found.present)}，无法恢复其值（${number(found.values)}条记录）。`,
    FIELD_PLACE: (found) =>
      `字段${field({ field: found.field, label: found.label })}从${inTable(found.archived)}移到了${inTable(found.present)}，其值不会恢复（${number(found.values)}条记录）。`,
    CHOICE_UNKNOWN: ({ choice, name }) =>
      choice === "renamed"
        ? `“${name}”不能对应到所选的字段：其中一个字段不存在、类型不同，或与其他字段重复。`
        : `选择中指定了不存在的字段“${name}”（${choice}）。`,
    REQUIRED_EMPTY: (found) => `${field(found)}现在是必填项，但在${records(found.records)}中为空。`,
    UNIQUE: (found) => {
      const [first] = found.clashes;
      const example = first
        ? `归档的记录（ID ${first.id}）与${first.other.of === "app" ? "当前" : "归档"}的记录（ID ${first.other.id}）的值都是“${first.value}”。`
        : "";
      return `${field(found)}禁止重复值。${example}涉及${records(found.records)}。`;
    },
    LIMIT: (found) =>
      `${field(found)}的值必须${LIMIT[found.limit](found.bound)}，${records(found.records)}不符合，例如“${found.value}”。`,
    OPTION_GONE: (found) => `${field(found)}已没有选项“${found.option}”，但${records(found.records)}使用了它。`,
    PERSON_GONE: ({ people, state, name, person, fields, records: of }) =>
      `${PEOPLE[people]}“${person}”${person === name ? "" : `（${name}）`}${state === "gone" ? "已不存在" : "已停用，kintone可能会拒绝"}，涉及${records(of)}：${fields.map((one) => `“${one.field}”${number(one.records)}条`).join("、")}。`,
    PEOPLE_UNKNOWN: ({ people, count }, { problem }) =>
      `未能确认${number(count)}个${PEOPLE[people]}是否仍然存在。${problem}包含已不存在者的记录会被kintone拒绝，并显示在结果中。`,
    LOOKUP_KEY: (found) =>
      `${field(found)}的值“${found.value}”${found.values > 1 ? `等${number(found.values)}种` : ""}在应用（ID ${found.app}）中${found.problem === "gone" ? "不存在" : "有多条"}，kintone会拒绝${records(found.records)}。`,
    LOOKUP_NOT_READABLE: (found, { problem }) =>
      `无法查看${field(found)}所引用的应用（ID ${found.app}），因此不能写入${records(found.records)}。${problem}`,
    COPIES: (found) => {
      const examples = found.examples
        .slice(0, 3)
        .map((one) => `记录（ID ${one.id}）的${one.field}：“${one.archived}”→“${one.today}”`);
      return `通过${field(found)}，${number(found.records.count)}条记录将复制应用（ID ${found.app}）当前的值，kintone不保留旧值：${examples.join("；")}。`;
    },
    FILES_MISSING: ({ files, examples, records: of }) =>
      `归档中缺少${number(files)}个文件，例如记录（ID ${examples[0]?.id ?? ""}）的“${examples[0]?.file ?? ""}”，原因请见归档的 README.txt。新添加的记录不含这些文件；已有记录的该字段保持不变。涉及${records(of)}。`,
    NO_ATTACHMENTS: ({ fields }) =>
      `归档中没有此应用的附件（有意排除）。附件字段保持不变，在新记录中为空：${fields.map(field).join("、")}。`,
    FILE_TOO_LARGE: ({ id, file, size }) => `记录（ID ${id}）的“${file}”为${bytes(size)}，超过kintone的上限1 GB。`,
    REQUESTS: ({ needed, left, perAppAndDay }) =>
      `约需${number(needed)}次API请求；此应用每天${number(perAppAndDay)}次，还剩${number(left)}次。超过kintone的上限时，Cybozu会发送邮件，并可能中断API。`,
    NOTIFICATIONS: ({ settings, writes }) =>
      settings === "some"
        ? `应用设置了通知，最多${number(writes)}次写入可能会发送通知。如需避免，请暂时从应用的设置中去掉通知。`
        : `无法读取应用的通知设置，${number(writes)}次写入可能会发送通知。`,
    PROCESS: ({ records: of }) => `状态和执行者不会恢复：添加的${number(of)}条记录将处于第一个状态。`,
    CATEGORIES: ({ records: of }) => `kintone无法设置类别，因此不会恢复：添加的${number(of)}条记录没有类别。`,
  },
  way: {
    "rename-field": ({ field: code }) => `“${code}”现在对应的字段：`,
    "leave-out-field": ({ field: code }) => `不恢复“${code}”`,
    "give-value": ({ field: code }) => `“${code}”为空时填入的值：`,
    "leave-out-records": ({ ids }) =>
      ids.length === 1 ? `不恢复记录（ID ${ids[0] ?? ""}）` : `不恢复这${number(ids.length)}条记录`,
    "replace-person": ({ name }) => `代替“${name}”：`,
    "replace-option": ({ option }) => `代替“${option}”：`,
    "leave-mode": ({ mode }) => `不进行${MODE[mode]}`,
    confirm: ({ what }) =>
      ({
        archiveNotTold: "仍然从此归档恢复",
        untold: "即使重复也全部添加",
        large: "仍然更改这么多",
        overBudget: "仍然继续",
      })[what],
    "confirm-removals": ({ records: of }) => `输入应用的名称和要删除的数量（${number(of)}）`,
  },
};
