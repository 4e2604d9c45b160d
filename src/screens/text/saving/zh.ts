import type { SavingMessages } from "./messages";

export const savingTexts: SavingMessages = {
  title: "保存并确认zip文件",
  unconfirmed: "尚未确认zip文件已保存。",
  column: "保存",
  oneByOne: "请逐个按下按钮保存文件。",
  why: "浏览器不会告知插件文件是否真正保存成功。请在下方选择已保存的zip文件：将通过SHA-256与此次执行生成的文件比较，并在执行历史中记录已确认保存。文件不会发送到任何地方（10GB约需1分钟）。",
  copyUntil: (until) =>
    `在确认之前，zip文件的副本会保留在此浏览器中（至${until}）。关闭此画面后，也可以从记录列表继续。`,
  noCopy: "此浏览器中没有此次执行的zip文件副本。",
  otherName: (name) => `文件名为“${name}”，但内容相同`,
  changed: (name, shown) => `“${shown}”与“${name}”的内容不同。可能在保存时损坏或被更改。请重新保存，并选择该文件。`,
  stranger: (name) => `“${name}”不是此次执行的zip文件。`,
  missing: (names) => `尚未选择的文件：${names.join("、")}`,
  allShown: "所有zip文件均已保存，与生成时相同。",
  settled: {
    written: "已在执行历史中记录确认保存。",
    "other-files": "所选文件与执行历史中记录的zip文件不一致。请检查历史。",
    "no-record": "执行历史中没有此次执行的记录，因此未记录确认结果。",
    "no-field": "应用中没有用于记录确认结果的字段。请联系管理员在插件设置页面中准备应用。",
  },
  notWritten: "但未能将结果记录到执行历史。副本仍保留在此浏览器中。",
  writeAgain: "重新记录",
};
