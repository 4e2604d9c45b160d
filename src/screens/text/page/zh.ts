import { quantitiesIn } from "../quantities";
import type { PageMessages } from "./messages";

export const pageTexts: PageMessages = {
  locale: "zh",
  quantities: quantitiesIn("zh"),
  status: {
    running: "执行中",
    success: "成功",
    partial: "不完整",
    failed: "失败",
    cancelled: "已取消",
    interrupted: "中断",
  },
  saved: { saved: "已确认保存", unconfirmed: "保存未确认" },
  words: {
    record_type: {
      target: "备份对象的登记",
      run: "执行",
      restore: "恢复",
      change: "设置和备份对象的更改",
      drill: "恢复演练",
      disposal: "世代的保全与销毁",
    },
    run_trigger: { button: "按钮", headless: "自动", restore: "恢复之前" },
    run_destination: { download: "下载", folder: "文件夹", s3: "S3", rclone: "rclone" },
    restore_kind: { restore: "恢复", comparison: "仅比较" },
    restore_verdict: {
      "as-planned": "按计划完成",
      explained: "有可说明的差异",
      "not-as-planned": "与计划不符",
      stopped: "中途结束",
      same: "无差异",
      differs: "有差异",
      unable: "无法比较",
    },
    restore_archive_known: { known: "是", unknown: "否" },
    drill_verdict: {
      passed: "通过",
      explained: "通过（差异可以说明）",
      failed: "未通过",
      stopped: "中途结束",
    },
    drill_scratch_fate: { emptied: "已删除", kept: "保留以供查看" },
    drill_archive_known: { known: "是", unknown: "否" },
    drill_scope: { all: "全部记录", sample: "样本" },
    disposal_kind: {
      confirmed: "规则已确认",
      held: "开始保全",
      released: "解除保全",
      disposed: "销毁",
    },
    disposal_verdict: { disposed: "已全部销毁", remains: "仍有剩余", stopped: "中途结束" },
    target_scope: {
      app: "一个应用",
      space: "空间的所有应用",
      guest_space: "来宾空间的所有应用",
      all_apps: "来宾空间以外的所有应用",
    },
    target_enabled: { enabled: "备份" },
    target_include: {
      records: "记录",
      attachments: "附件",
      comments: "评论",
      settings: "所有设置",
      viewer_settings: "设置（不含仅应用管理员可查看的）",
      without_plugin_configurations: "不含插件的设置内容",
    },
  },
  page: {
    runBackup: "立即备份",
    checkHistory: "检查历史",
    restore: "比较与恢复",
    undoRestore: "撤销此次恢复",
    openOverview: "历史概览",
    closeOverview: "关闭概览",
    verify: "确认zip文件",
    lastingGaps: "关于每次都会缺失的内容",
    cancel: "取消",
    interrupted: {
      title: "有中途停止的备份。",
      explanation: (startedAt) =>
        `${startedAt}开始的备份在结束之前，页面或浏览器被关闭。已读取的数据仍保留在此浏览器中（最长3天），可以从中断处继续。`,
      resume: "从中断处继续",
      discard: "放弃",
      discardQuestion: "将从此浏览器中删除已读取的数据，且无法恢复。kintone中的数据不会改变。",
    },
    brokenRestore: {
      title: "有中途停止的恢复。",
      explanation: (app, startedAt) =>
        `“${app}”的恢复（${startedAt}开始）在结束之前，页面或浏览器被关闭。已写入的记录会保留。重新选择同一归档的zip文件，即可从中断处继续。`,
      resume: "从中断处继续",
      discard: "记录为中止",
      discardQuestion: "将中止此次恢复。已写入的记录会保留，并在历史中记录为中止。之后无法再继续。",
      notDiscarded: "无法写入历史。请稍后重试。",
    },
    brokenRebuild: {
      title: "有中途停止的应用重建。",
      explanation: (startedAt) =>
        `应用重建（${startedAt}开始）在结束之前停止。已创建的应用会保留。重新选择同一归档的zip文件，即可用相同的应用从中断处继续。`,
      resume: "从中断处继续",
      discard: "放弃",
      discardQuestion: "将放弃应用的重建。已创建的应用会保留。之后无法再继续。",
    },
    brokenDrill: {
      title: "有中途停止的恢复演练。",
      explanation: (app, startedAt) =>
        `“${app}”的恢复演练（${startedAt}开始）在结束之前，页面或浏览器被关闭。历史中已记录为中断。如果演练用应用已创建，下次演练会再次使用，并在那时删除留下的记录。`,
      close: "关闭",
    },
    unsaved: {
      title: "有尚未确认保存的备份。",
      explanation: (startedAt, files, until) =>
        `${startedAt}开始的备份的${files}个zip文件是否已保存，尚未确认。保留在此浏览器中的副本将于${until}删除。请选择已保存的文件进行确认，或重新保存。`,
      open: "保存并确认",
      discard: "删除副本",
      discardQuestion: "将从此浏览器中删除zip文件的副本，且无法恢复。如果没有保存在其他位置，此备份将丢失。",
    },
    incomplete: {
      title: "此页面缺少插件的文件",
      body: "插件的一部分未能加载。请重新加载页面后再试。如果反复出现，请联系系统管理员重新安装插件。",
    },
  },
};
