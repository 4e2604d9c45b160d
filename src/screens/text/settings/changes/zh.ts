import type { ChangesMessages } from "./messages";

export const changes: ChangesMessages = {
  locale: "zh",
  change: (setting, before, after) =>
    before === undefined ? `${setting}：${after}（更改前的值未知）` : `${setting}：${before} → ${after}`,
  on: "开",
  off: "关",
  nothing: "（无）",
  recording: "正在记录更改内容…",
  notRecorded: {
    title: "无法将更改内容记录到此应用，因此设置尚未保存。",
    notPrepared: "此应用缺少记录所需的字段。请先点击上方的“准备此应用”，然后重新保存。",
    noRight: "您没有在此应用中添加或查看记录的权限。请检查应用的权限，或由有权限的用户保存。",
    meaning: "如果不记录就保存，审计人员以后将无法确认谁在何时更改了什么。",
    saveAnyway: "不记录，直接保存",
    back: "不保存",
  },
  file: {
    title: "设置的导出与导入",
    explanation:
      "将已保存的设置导出为JSON文件。可以在其他应用的设置画面导入；补充baseUrl、app和folder后，即可用作命令的设置文件。不包含备份对象。",
    export: "将设置导出到文件",
    nothingToExport: "无法读取已保存的设置，因此不能导出。",
    import: "从文件导入设置",
    imported: (name, from, version) =>
      `已导入“${name}”${from ? `（导出时间：${from}${version ? `，插件${version}` : ""}）` : ""}。`,
    unsaved: "尚未保存。以下项目与已保存的设置不同，请确认后点击“保存”。",
    same: "与已保存的设置相同。",
    refused: (name) => `无法导入“${name}”。表单内容没有变化。`,
    notSettings: "这不是由本插件导出的设置文件。",
    tooLarge: "文件过大。",
  },
};
