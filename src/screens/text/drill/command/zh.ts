import type { DrillCommandTexts } from "./messages";

export const drillCommandTexts: DrillCommandTexts = {
  counts: ({ expected, identical, explained, different, files }) =>
    `应恢复：${expected}条，一致：${identical}条，可以说明的差异：${explained}条，不一致或缺失：${different}条，已核对的附件：${files}个`,
  scratchApp: (name, appId) => `演练用应用：${name}（应用ID ${appId}）`,
  action: "请将纠正措施填写到备份管理应用中该演练的记录里。",
  report: (path) => `报告：${path}`,
  remembered: (id) => `历史：记录编号 ${id}`,
  token: "恢复演练需要创建演练用应用，不能使用API令牌。请设置KINTONE_USERNAME和KINTONE_PASSWORD。",
};
