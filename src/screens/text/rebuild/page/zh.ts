import { quantitiesIn } from "../../quantities";
import type { RebuildPageTexts } from "./messages";

const { number } = quantitiesIn("zh");
const records = (amount: number) => `${number(amount)}条记录`;
const list = (items: readonly string[]) => items.join("、");

export const rebuildPageTexts: RebuildPageTexts = {
  sentence: {
    TIMED_OUT: ({ app }) =>
      app === undefined ? undefined : `kintone更新应用（ID ${app}）已超过15分钟。更新结束后，请从中断处继续。`,
    NO_PERMISSION: ({ app }) =>
      app === undefined
        ? "没有创建应用的权限。请向管理员确认：kintone系统管理的“访问权限”中是否允许创建应用，以及是否为目标空间的成员并可在其中创建应用。"
        : undefined,
    RUN_SILENT: ({ resumable }) =>
      `处理失去响应，已结束。${resumable ? "已创建的应用会保留。重新加载此页面后，可从中断处继续。" : "未创建任何内容。请关闭此对话框后重试。"}`,
    CANCELLED: () => "已取消。",
  },
  nowhere: (ids) => `以下应用没有替代：${list(ids)}`,
  resume: "可从中断处继续。不会重复创建应用。",
  records: {
    statusesLeft: (amount) => `${records(amount)}原本不在初始状态，现从初始状态开始`,
    report: (path) => `这些值、状态和评论的逐条列表：${path}`,
    closed: (lookups) =>
      `以下Lookup互相引用，且都不能为空，因此无法添加第一条记录：${lookups.join("；")}。请在其中一个新应用中，取消Lookup及其复制目标字段的“必填项”，更新应用后从中断处继续；完成后再恢复该设置。`,
    foreseen: {
      statusesLeft: (amount) =>
        `${records(amount)}不在初始状态，将从初始状态开始。如需恢复，请选择“恢复状态和执行者”。`,
      commentsLeft: (written) => `${number(written)}条评论不会写入。如需写入，请选择“写入评论”。`,
    },
  },
  offer: "重建应用",
  heading: "重建应用",
  introduction:
    "根据归档中的设置创建新应用，并添加记录。用于应用被删除且无法恢复时。新应用会有新的ID。在确认内容之前，不会创建任何内容。",
  choices: {
    foreign:
      "此应用的历史中没有该归档。如果它来自其他域，空间和其他应用的ID在这里会指向别的对象，因此不会在原来的位置创建，下一画面将询问被引用的应用，以及这里不存在的用户、组织和组的替代。",
    apps: "要重建的应用",
    app: (amount, attachments) => `${records(amount)}，${number(attachments)}个附件`,
    noForm: "归档中没有表单，无法重建",
    needs: (apps) => `所选应用的Lookup、关联记录列表或应用动作还引用以下应用：${list(apps)}`,
    chooseThem: "也选择这些应用",
    all: "全选",
    none: "全部取消",
    place: "创建位置",
    before: "原来的位置（原空间，或空间之外）",
    outside: "空间之外",
    inSpace: "指定的空间",
    spaceId: "空间的ID",
    isGuest: "访客空间",
    look: "确认空间",
    space: (name) => `空间“${name}”`,
    noSpace: (problem) => `无法确认空间。${problem}`,
    nameSuffix: "附加在应用名称末尾的文字（可选）",
    records: "记录",
    withRecords: "同时添加记录",
    onlyApps: "仅创建应用的设置",
    status: "恢复状态和执行者",
    statusNote: "这些记录的更新人和更新时间将变为执行的用户和时间。",
    comments: "写入评论",
    commentsNote: "在开头附上原作者和时间，以执行用户的名义写入。可能会向记录的相关人员发送通知。",
    reason: "理由（必填，将与记录的恢复一起写入历史）",
    nothingChosen: "请选择应用。",
    reasonMissing: "请输入理由。",
    spaceMissing: "请输入空间的ID。",
    back: "返回",
    plan: "确认创建内容",
  },
  planning: "正在确认归档的内容以及用户、组织和组…",
  planned: {
    free: "将创建以下应用。目前尚未创建任何内容。",
    inTheWay: "创建前请先决定以下事项。目前尚未创建任何内容。",
    apps: "将创建的应用",
    foreseen: "事先已知的事项",
    toDos: "创建后需要手动完成的工作",
    steps: (steps, requests) => `分${number(steps)}个步骤创建，约需${number(requests)}次API请求。`,
    gone: "已不存在的用户、组织和组",
    goneNote: "设置或记录中包含它们，但kintone中已不存在或已停用。请输入替代者的登录名或代码。",
    instead: (person) => `${person}的替代`,
    strangers: (people) => `以下作为替代指定的用户等也不存在：${list(people)}`,
    leaveOut: "未输入替代的一律除去（包含它们的访问权限不会设置）",
    nowhere: "被引用但不重建的应用",
    nowhereNote:
      "Lookup、关联记录列表或应用动作引用了它们。可输入替代应用的ID；留空时，Lookup将成为普通字段，其余不创建。",
    standIn: (app) => `替代${app}的应用ID`,
    again: "再次确认",
    notifications: (amount) => `最多可能发送${number(amount)}条通知。如要继续，请输入数字“${amount}”`,
    back: "返回选择",
    make: (apps) => `创建${number(apps)}个应用`,
  },
  making: {
    at: (step, of) => `第${number(step)}步，共${number(of)}步`,
    apps: (amount) => `应用：${amount}`,
    label: "创建进度",
    note: "请保持此页面打开，直到结束。如果关闭，下次打开此页面时可从中断处继续。",
    cancelling: "正在进行的处理结束后将停止…",
  },
  made: {
    nothing: "未能创建应用。未创建任何内容。",
    open: (name) => `打开“${name}”`,
    whole: "与归档相同。",
    otherwise: "与归档有不同之处。",
    stoppedApps: "已创建的应用",
    save: { text: "保存结果（文本）", lines: "保存结果（JSON Lines）", records: "保存记录列表" },
    goOn: "从中断处继续",
  },
  goingOn: {
    zips: "将继续中途停止的应用重建。请选择同一归档的所有zip文件。",
    offer: (startedAt) => `将按照当时的内容，继续${startedAt}开始的应用重建。不会重复创建应用。`,
    begin: "从中断处继续",
  },
  unfinished: (startedAt) =>
    `${startedAt}开始的应用重建中途停止。请通过此页面上方的提示继续或放弃。在此之前，无法重建其他应用。`,
  discarded: (apps) =>
    `已放弃应用的重建。以下应用会保留：${list(apps)}。由于没有删除应用的API，如不需要，请在kintone的界面上删除。`,
  failed: "未能重建应用",
};
