import type { TriedId } from "../../../probe/assumptions";
import type { AssumptionWords } from "./messages";

const ONLY_LOCAL = "只有开发测试所用的本地kintone与实际的kintone表现不同。";

export const chineseWords: Readonly<Record<TriedId, AssumptionWords>> = {
  "concurrency-headers": {
    assumed: "响应中有X-ConcurrencyLimit-Limit和X-ConcurrencyLimit-Running标头。",
    otherwise: "备份无法得知域的繁忙程度，只在kintone拒绝请求时才放慢速度。",
  },
  "post-that-says-get": {
    assumed: "带有X-HTTP-Method-Override: GET的POST得到与GET相同的响应。",
    otherwise: "在浏览器中、以及条件较长时无法读取，因此无法备份。",
  },
  "files-by-post": {
    assumed: "不能用指定GET的POST获取文件（因此使用普通的GET）。",
    otherwise: "文件也可以附带会话令牌获取，不再需要每十秒确认一次。没有问题。",
  },
  "users-by-post": {
    assumed: "User API不接受指定GET的POST（因此使用普通的GET）。",
    otherwise: "User API也可以附带会话令牌调用。没有问题。",
  },
  "lab-endpoint-off": {
    assumed: "未启用的API实验室接口返回非JSON的404，或CB_IL02以外的错误。",
    otherwise: "由于类别或插件配置，该域的每次备份都会以不完整结束。",
  },
  "file-headers": {
    assumed: "附件未经压缩，Content-Length与记录中的大小一致。",
    otherwise: "中途结束的下载只能通过与记录中的大小比较来发现。",
  },
  "file-ranges": {
    assumed: "无论Range指定什么，都返回整个文件。",
    otherwise: "中断的下载可以从中断处继续，而不必从头读取。没有问题。",
  },
  "space-not-found": { assumed: "不存在的空间以GAIA_SP01被拒绝。", otherwise: ONLY_LOCAL },
  "not-in-guest-space": {
    assumed: "通过应用不所属的访客空间的URL访问时，以400 GAIA_IL25被拒绝。",
    otherwise: "备份对象的访客空间有误时，说明会比较笼统。",
  },
  "unknown-function": {
    assumed: "条件中使用字段类型不支持的函数时，以400 CB_VA01被拒绝。",
    otherwise: "备份对象的条件有误时，说明会有所不同。",
  },
  "illegal-request": { assumed: "未作为JSON发送的正文以400 CB_IL02被拒绝。", otherwise: ONLY_LOCAL },
  "broken-json": { assumed: "不是JSON的正文以400 CB_IJ01被拒绝。", otherwise: ONLY_LOCAL },
  "password-before-token": {
    assumed: "同时发送密码和API令牌时，以密码为准。",
    otherwise: "命令不会同时发送两者，没有问题。",
  },
  "token-cannot-run": {
    assumed: "不允许API令牌使用的API以403 GAIA_NO01拒绝。",
    otherwise: "API令牌没有权限时，说明会有所不同。",
  },
  "users-by-token": { assumed: "User API拒绝kintone的API令牌。", otherwise: ONLY_LOCAL },
  "worker-from-own-file": {
    assumed: "可以用插件自己的文件创建Worker。",
    otherwise: "改为使用通过blob: URL加载插件的Worker。",
  },
  "worker-from-blob": {
    assumed: "可以用blob: URL创建Worker并加载插件的文件。",
    otherwise: "如果也不能用插件自己的文件创建Worker，备份将在页面上运行，中断后无法继续。",
  },
  "content-security-policy": {
    assumed: "kintone的页面不发送内容安全策略。",
    otherwise: "已得知策略内容。对插件的影响请查看Worker和WebAssembly的各行。",
  },
  webassembly: {
    assumed: "kintone的页面允许编译WebAssembly。",
    otherwise: "大文件的摘要将以较慢的方式计算。",
  },
  "compression-stream": {
    assumed: "浏览器以deflate-raw压缩的内容可以还原。",
    otherwise: "在此浏览器中无法创建归档。",
  },
  "private-files": {
    assumed: "可以在浏览器的专用文件区域中写入和读取文件。",
    otherwise: "此浏览器没有备份所需的工作区域，备份在开始前就会结束。",
  },
  "synchronous-handles": {
    assumed: "在Worker中可以同步读写这些文件。",
    otherwise: "中断的备份无法继续。",
  },
  "token-of-another-session": {
    assumed: "附带其他会话令牌的请求以CB_IL02被拒绝。",
    otherwise: "如果其他人在同一浏览器中登录，备份可能会以其权限继续。",
  },
  course: {
    assumed: "kintone.license.getSubscriptionPlan()返回STANDARD或WIDE。",
    otherwise: "请求数的预算采用标准套餐的数值或设置中的数值。",
  },
  "automatic-title": { assumed: "没有文本字段的应用，其记录标题为记录编号。", otherwise: ONLY_LOCAL },
  "first-notifications": {
    assumed: "新应用会将评论通知记录的创建人和更新人。",
    otherwise: "准备备份管理应用时，关于通知的提示可能与实际不符。",
  },
  "markup-references": {
    assumed: "应用说明中的全角符号以字符引用（如&#xff08;）保存。",
    otherwise: ONLY_LOCAL,
  },
  "being-deployed": {
    assumed: "更新应用期间，更改设置会以409 GAIA_AP15被拒绝。",
    otherwise: "准备应用时的说明会有所不同。",
  },
  "revisions-of-both-environments": {
    assumed: "没有待应用的更改时，两个环境的修订号相同。",
    otherwise:
      "准备时还会比较运行环境的设置，多一次请求，结果不变。由于会被视为有待应用的更改，已删除的字段不会被添加。",
  },
  "number-of-reminders": {
    assumed: "一个应用可以设置10个提醒（多于备份管理应用所用的数量）。",
    otherwise: "准备时无法添加全部提醒。",
  },
  "one-upload-in-many-places": {
    assumed: "上传一次的文件可以在自定义的多个位置中指定。",
    otherwise: ONLY_LOCAL,
  },
  "default-time-with-seconds": { assumed: "时间的默认值可以带秒，而字段值不含秒。", otherwise: ONLY_LOCAL },
  "default-moment-without-zone": {
    assumed: "不带时区的日期时间默认值，按添加记录的人的时区解释。",
    otherwise: ONLY_LOCAL,
  },
  "default-where-right-lacks": {
    assumed: "添加记录时，用户无权编辑的字段会填入默认值。",
    otherwise: "没有功能依赖于此。",
  },
  "field-not-editable": {
    assumed: "为无权编辑的字段指定值时，以403 GAIA_FU01被拒绝。",
    otherwise: "无法写入执行记录时，说明会比较笼统。",
  },
  "update-key-not-found": { assumed: "没有对应记录的更新键以404 GAIA_RE20被拒绝。", otherwise: ONLY_LOCAL },
  "group-not-found": {
    assumed: "不存在的组以400 GAIA_IL27被拒绝。",
    otherwise: "恢复时需要根据其他错误判断组不存在。",
  },
  "comments-off": { assumed: "评论功能关闭时，添加评论以403 GAIA_RE12被拒绝。", otherwise: ONLY_LOCAL },
  "active-content": {
    assumed: "富文本会去除脚本，无害的部分保持原样。",
    otherwise: "恢复后的富文本可能与归档不同，需要改变比较方法。",
  },
  "renames-in-formulas": { assumed: "更改字段代码后，计算公式不会随之更改。", otherwise: ONLY_LOCAL },
  "record-number-when-added": {
    assumed: "添加记录时发送的记录编号会被忽略。",
    otherwise: "恢复时不得发送记录编号。",
  },
  "system-times": {
    assumed: "应用管理员可以设置记录的创建时间和更新时间，也可以早于应用的创建时间。",
    otherwise: "恢复时无法设置记录原来的时间。",
  },
  "creator-who-is-gone": {
    assumed: "指定不存在的用户为创建人时，以400 GAIA_IL26被拒绝。",
    otherwise: "恢复时需要根据其他错误判断用户不存在。",
  },
  "created-time-of-upsert": {
    assumed: "通过UPSERT添加的记录也可以设置原来的创建时间。",
    otherwise: "恢复时不得通过UPSERT添加记录（已按此设计）。",
  },
  "cells-left-out-of-table": {
    assumed: "表格的已有行中省略的字段会保留其值。",
    otherwise: "恢复时需要发送整行（已按此设计）。",
  },
  "field-into-live-table": {
    assumed: "可以向运行中的表格添加字段。",
    otherwise: "恢复时需要一次创建完整的表格。",
  },
  "ids-never-reused": {
    assumed: "已删除记录的编号不会再次使用。",
    otherwise: "恢复时可能把新记录误认为旧记录。",
  },
  "swapped-unique-values": {
    assumed: "在一次请求中互换两条记录的禁止重复的值时，以400 CB_VA01被拒绝。",
    otherwise: "恢复时，此类记录不再需要中间步骤。",
  },
  "ambiguous-lookup": {
    assumed: "键值可能重复的Lookup，在更新应用时被拒绝。",
    otherwise: "在写入记录时才被拒绝；恢复需要应对两种情况。",
  },
  "view-of-assigned": {
    assumed: "启用流程管理后，会增加“执行者为自己”的列表，其中列出表单的字段。",
    otherwise: ONLY_LOCAL,
  },
  "builtin-view-stays": { assumed: "不含该列表的列表设置以400 GAIA_IL44被拒绝。", otherwise: ONLY_LOCAL },
  "text-for-assignees": {
    assumed: "状态中给执行者的说明名为description，省略时会保留。",
    otherwise: "归档中以其他名称保存（kintone的响应原样保存）。恢复时需要发送。",
  },
  "state-touches-modifier": {
    assumed: "更改记录的状态时，更新人和更新时间也会改变。",
    otherwise: "恢复时可以同时设置状态和原来的时间。",
  },
  "state-after-process": {
    assumed: "流程更换为具有同名状态的流程后，记录的状态保持不变。",
    otherwise: "恢复时不能使用临时流程来设置状态。",
  },
  "view-without-process": { assumed: "关闭流程管理后，该列表会消失。", otherwise: ONLY_LOCAL },
};
