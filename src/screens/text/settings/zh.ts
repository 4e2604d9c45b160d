import { quantitiesIn } from "../quantities";
import { visible } from "../visible-characters";
import type { SettingsTexts } from "./messages";
import { targets } from "./targets/zh";

const { number } = quantitiesIn("zh");

export const settingsTexts: SettingsTexts = {
  title: "备份设置",
  introduction: "此插件将应用的记录和附件打包为zip文件，回读确认，并将执行历史保存在此应用中。",
  stepsTitle: "首次备份的步骤",
  steps: [
    "点击上方的“准备此应用”。将添加所需的字段和列表，并更新应用。",
    "在下方的“添加备份对象”中，从列表选择要备份的应用并添加。",
    "点击记录列表中的“立即备份”。zip文件将被下载，执行历史将被保存。",
  ],
  form: "设置",
  label: {
    filePrefix: "zip文件名的开头",
    timeZone: "时区",
    volumeLimitMiB: "单个zip文件的大小上限（MB）",
    requestsAtOnce: "同时请求数",
    requestsPerAppAndDay: "每个应用每天的请求数",
    drillDays: "恢复演练的间隔（天）",
    spacesLeftOut: "不备份的空间ID",
  },
  hint: {
    filePrefix: ({ max }) => `其后会加上日期、时间和每次执行的标识。最多${number(max ?? 0)}个字符。`,
    timeZone: () => "用于文件名中的日期和时间。输入文字可缩小候选范围。",
    volumeLimitMiB: ({ min, max }) => `超过此大小时，将分成多个zip文件。${number(min ?? 0)}～${number(max ?? 0)}。`,
    requestsAtOnce: ({ min, max }) =>
      `数值越大越快，但可能影响其他使用kintone的人。${number(min ?? 0)}～${number(max ?? 0)}。`,
    requestsPerAppAndDay: ({ max }) =>
      `备份在日本时间9点至次日9点之间对每个应用可使用的API请求数（最多${number(max ?? 0)}次）。回复在此范围内读取，其他数据超出时次日继续。设为0时，为所签版本上限（标准版10,000次，扩充版WIDE 100,000次；不明时按标准版）的一半。`,
    drillDays: ({ max }) =>
      `距上次通过恢复演练已达此天数的备份对象，会显示在历史概览的“需要确认的事项”中（最多${number(max ?? 0)}）。设为0则不显示。`,
    spacesLeftOut: () =>
      "在启用“同时备份插件和空间的信息”时使用。请输入不需要备份的空间（例如执行备份的用户无法加入的空间）的ID，用逗号分隔（例如 3, 77）。zip文件中的README.txt每次都会注明这些空间未备份，且不影响备份结果。",
  },
  switch: {
    incremental: {
      label: "自上次备份以来未更改的记录和附件，不从kintone读取，直接沿用",
      hint: "从第二次起速度更快，API请求也更少。生成的zip文件内容不变。回复在每天可用的API请求数范围内每次都会读取，其余沿用。使用“立即备份”时，为便于下次使用，上次的zip文件也会保存在此浏览器中。不建议在共用的电脑上使用。",
    },
    pluginsAndSpaces: {
      label: "同时备份插件和空间的信息",
      hint: "保存已导入插件的名称和版本，以及空间的名称、正文和成员，也包括没有备份对象应用的空间。成员的登录名属于个人信息。执行备份的用户无法查看的空间会记录为缺失，备份将不完整。",
    },
    people: {
      label: "同时备份用户、组织和组的信息（个人信息）",
      hint: "保存所有用户的显示名称、登录名和员工编号，以及所属的组织和组。不保存电子邮件地址、电话号码和生日。还原时可以确认已删除的用户是谁。请按照公司的个人信息处理规定保管zip文件，仅在需要时启用。",
    },
  },
  reason: {
    required: () => "请输入。",
    "too-long": ({ max }) => (max === undefined ? "过长。" : `请输入不超过${number(max)}个字符。`),
    "not-a-number": () => "请输入整数。",
    "out-of-range": ({ min, max }) =>
      min === undefined || max === undefined ? "请输入范围内的数值。" : `请输入${number(min)}～${number(max)}的数值。`,
    "unknown-time-zone": () => "请从列表中选择时区。",
    "forbidden-character": ({ characters }) =>
      visible(characters) ? `含有不可使用的字符：${visible(characters)}` : "含有不可使用的字符。",
    "not-an-address": () => "请输入kintone的URL，以https://开头且不带路径，例如 https://example.cybozu.com。",
    "not-an-id": () => "请输入数字ID。",
    "unknown-name": () => "没有此名称的设置项目。",
    secret: () => "密码和API令牌不能保存在此处。",
    "not-one-of": ({ choices = "" }) => `请填写以下之一：${choices}`,
    "name-taken": () => "其他保存位置已使用此名称。",
    "not-an-endpoint": () => "请输入存储的URL，不带路径（例如：https://s3.example.com）。必须以 https:// 开头。",
    "not-a-remote": () => "请依次输入rclone的远程名称、冒号和其中的文件夹（例如：box:kintone）。",
    "not-a-span": () => "请按年、月、日、小时输入期间（例如：1y6m、30d）。",
    "no-file": () => "此处没有设置文件。请检查路径。相对路径以执行命令时所在的文件夹为基准。",
    "unreadable-file": ({ found = "" }) =>
      `无法读取设置文件（原因：${found}）。请确认指定的是文件而不是文件夹，并确认执行命令的用户有权读取该文件。`,
    unreadable: () => "无法读取设置。",
    "not-json": ({ line = 0, column = 0 }) =>
      `从第${line}行第${column}个字符起不是正确的JSON。请检查该处的逗号、引号和括号。反斜杠须写两个（C:\\\\backups）。`,
    "not-utf-8": ({ encoding }) =>
      `文件的字符编码${encoding ? `是${encoding}` : "不是UTF-8（可能是Shift_JIS等）"}。请以UTF-8重新保存。`,
    "control-characters": () =>
      "含有控制字符。在JSON中，一个反斜杠与其后的字母表示控制字符。请将每个反斜杠写两个（C:\\\\backups\\\\new），或使用斜杠（C:/backups/new）。",
    "shell-notation": ({ found = "" }) => `“${found}”不会被替换。请写出完整的路径。`,
    "no-current-folder": () => "执行命令时所在的文件夹已不存在。请在其他文件夹中执行，或写出完整的路径。",
    "secret-key": () =>
      "这是私钥，可以打开所有归档，不能写在此处。请从文件中删除，并输入以age1开头的公钥。如果其他人可能读过此文件，请重新生成密钥。",
    "not-a-public-key": () => "请输入age的公钥（以age1或age1pq1开头）。",
    "same-key-twice": () => "同一个公钥出现了两次。",
    "mixed-keys": () =>
      "以age1pq1开头的密钥不能与其他密钥一起使用，因为归档的强度取决于较弱的密钥。请统一使用一种密钥。",
    "not-proven": ({ name = "" }) =>
      `尚未确认“${name}”的密钥能打开归档。请用“kintone-backup prove-key”生成测试文件，用私钥解密，并将其中的词填入“proven”。`,
    "newer-version": () => "设置由更新版本的插件保存。",
  },
  unreadable: "无法读取已保存的设置，因此显示默认值。确认内容并保存后，已保存的设置将被替换。",
  unreadableField: (field, reason) => `${field}：${reason}`,
  correct: (errors) => `有${number(errors)}处输入有误。`,
  save: "保存",
  cancel: "取消",
  targets,
};
