import { quantitiesIn } from "../quantities";
import type { RestoringTexts } from "./messages";

const { number } = quantitiesIn("zh-CN");

const amount = (records: number, requests: number) => `${number(records)}条，至少${number(requests)}次请求`;

export const restoringTexts: RestoringTexts = {
  title: "与备份比较和恢复",
  introduction:
    "选择备份的zip文件后，会先确认文件是否损坏，再与当前的应用进行比较。仅进行比较时，kintone中的数据不会有任何改变。",
  ofRun: (runId) => `请选择此次执行（执行ID ${runId}）的所有zip文件。`,
  archive: {
    unsound:
      "此存档有问题，无法使用。kintone中的数据没有任何改变。请确认是否已选择所有zip文件，或选择保存在其他位置的相同文件。",
    another:
      "此存档与开始恢复时的存档不同，因此没有继续恢复。kintone中的数据没有进一步的改变。请选择开始恢复时所选的zip文件。",
    ofOtherRuns: (runIds) => `所选文件属于其他执行（执行ID ${runIds.join("、")}）。`,
    doubt: {
      untold: "历史中找不到生成此存档的执行。文件没有损坏，但无法通过历史确认其真伪。",
      contradicts: "文件没有损坏，但与历史的内容不一致。文件或历史之一在之后被更改过。",
      unreadable: "无法读取历史，因此无法通过历史确认存档的真伪。文件没有损坏。",
    },
    goOn: "使用此存档继续",
    other: "选择其他文件",
    sound: (runId, startedAt) => `存档没有问题（${startedAt}的执行，执行ID ${runId}）。`,
  },
  app: {
    heading: "要比较的应用",
    records: (records, attachments) => `${number(records)}条记录，${number(attachments)}个附件`,
    noRecords: "此存档中没有应用。",
    bytes: "同时比较附件的内容（每个文件增加1次请求）",
    compare: "比较",
  },
  comparing: {
    progress: "已比较的记录",
    note: "不会更改kintone中的任何数据。完成之前请不要关闭此页面。",
  },
  compared: {
    heading: (app) => `${app}的比较结果`,
    records: "有差异的记录",
    all: "全部",
    kind: "种类",
    search: "搜索（值、字段代码、ID、更新人）",
    shown: (from, to, total) => `共${number(total)}条，显示第${number(from)}～${number(to)}条`,
    nothing: "没有符合的记录。",
    column: {
      kind: "种类",
      record: "记录",
      field: "字段",
      archived: "存档中的值",
      present: "当前的值",
    },
    kinds: {
      missing: "应用中没有",
      differs: "有差异",
      explained: "仅无法恢复的值有差异",
      newer: "比存档新",
      surplus: "存档中没有",
      unread: "无法比较",
    },
    gone: "应用中没有",
    notArchived: "存档中没有",
    open: (id) => `打开记录（ID ${id}）`,
    previous: "上一页",
    next: "下一页",
    again: "返回应用选择",
    tick: (record) => `选择${record}`,
    ticked: (records) => `已选择${number(records)}条`,
    untick: "取消选择",
    restore: "继续恢复",
  },
  choices: {
    heading: "恢复的内容",
    records: "对象记录",
    ticked: (records) => `所选的${number(records)}条记录`,
    all: "所有有差异的记录",
    modes: "要执行的操作",
    add: (records, requests) => `添加应用中没有的记录（${amount(records, requests)}）`,
    addNote: "以原来的值添加已删除的记录。记录编号会是新的。",
    putBack: (records, requests) => `将有差异的记录恢复为存档中的值（${amount(records, requests)}）`,
    putBackNote: "比较之后被其他人更改的记录会保持原样。",
    fields: (chosen, all) => `要恢复的字段（${number(all)}个中的${number(chosen)}个）`,
    field: (code, records) => `${code}（${number(records)}条）`,
    remove: (records, requests) => `删除存档中没有的记录（${amount(records, requests)}）`,
    removeNote: "使应用与存档完全一致。下一步需要输入应用名称和件数。",
    newer: (records, requests) => `同时删除备份之后添加的记录（${amount(records, requests)}）`,
    newerNote: "存档中没有关于这些记录的任何信息。",
    notExact: {
      "another-app": "这是其他应用的存档，因此无法删除存档中没有的记录。",
      condition: "此存档中只有符合条件的记录，因此无法删除存档中没有的记录。",
      incomplete: "备份时有无法读取的记录，因此无法删除存档中没有的记录。",
    },
    reason: "理由（必填，将记录到历史中）",
    nothingChosen: "请选择要执行的操作。",
    reasonMissing: "请输入理由。",
    back: "返回比较结果",
    check: "继续确认",
  },
  checking: {
    free: "可以开始恢复。目前没有任何改变。",
    inTheWay: "恢复之前有需要确认的事项。目前没有任何改变。",
    settled: "已选择。",
    before: "恢复之前会自动备份当前的应用。需要还原时会用到，请保存所下载的zip文件。",
    back: "返回恢复的内容",
    again: "再次确认",
    restore: "开始恢复",
  },
  ways: {
    decide: "确定",
    leaveOutPerson: (name) => `将“${name}”留空`,
    leaveEmpty: "留空",
    appName: (name) => `请输入应用名称“${name}”`,
    removals: "请输入要删除的件数",
    confirmRemovals: "确认删除",
  },
  progress: {
    label: "恢复的进度",
    note: "完成之前请不要关闭此页面。如果中途关闭，下次打开此页面时可以继续。",
  },
  outcome: {
    otherwise: "未按计划恢复的记录",
    wayBack: "还原到恢复之前的状态",
    undo: (runId) => `恢复之前已进行备份（执行ID ${runId}）。需要还原时，请在此画面中选择该zip文件再次恢复。`,
    openApp: "打开应用",
    openRecord: "打开此次恢复的记录",
    report: "保存报告",
  },
};
