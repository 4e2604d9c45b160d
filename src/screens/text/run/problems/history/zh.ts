import { moment, what } from "../../names/zh";
import type { Sentences } from "../messages";

/** Of the history, and of the end of a run. */
export const ofHistory = {
  HISTORY_UNWRITABLE: () => "无法写入执行历史。请检查备份管理应用的访问权限和字段。",
  HISTORY_REFUSED: ({ app, lacking, operator, restores }) => {
    const place = `备份管理应用${app ? `（ID ${app}）` : ""}`;
    const work = restores ? "恢复" : "备份";
    switch (lacking) {
      case undefined:
        return `kintone未接受向${place}写入执行历史，因此未开始${work}。如果在该应用中添加了必填字段或禁止重复的字段，请取消这些设置。`;
      case "app":
        return `找不到${place}，因此未开始${work}。应用可能已被删除，或者应用ID或来宾空间ID有误。`;
      case "fields":
        return `${place}中没有执行历史的字段，因此未开始${work}。请检查应用ID。如果正确，请让管理员在插件的设置页面点击“准备此应用”。`;
      default: {
        const right = { view: "查看", add: "添加", edit: "编辑" }[lacking];
        return `${operator || "执行所用的API令牌"}没有在${place}中${right}记录的权限，无法记录执行历史，因此未开始${work}。请让管理员授予该应用记录的查看、添加和编辑权限，或由有权限的用户执行。`;
      }
    }
  },
  HISTORY_FILE_CHANGED: ({ file, record }) =>
    `历史记录${record ?? ""}中附加的${file ? `“${file}”` : "文件"}在写入后被更改。由于无法得知以前恢复过哪些记录，继续执行可能会重复添加相同的记录。没有做任何更改。请让应用管理员确认该记录的更改历史。`,
  ADDED_TWICE: ({ app, again = [] }) =>
    `在收到kintone的响应之前连接中断，浏览器自动重新发送了请求，因此${app ? `应用${app}中` : ""}的记录被重复添加，且未能删除。请删除记录${again.join("、")}。`,
  ANOTHER_RUN: ({ operator, since, restores }) => {
    const started = since && moment(since);
    const whose = [operator && `由${operator}`, started && `于${started}`].filter(Boolean).join("");
    return `${whose ? `${whose}开始的` : "另一个"}${restores ? "恢复" : "备份"}正在执行。请等其结束后再执行。`;
  },
  CANCELLED: ({ restores }) => `${restores ? "恢复" : "备份"}已取消，尚未完成。`,
  UNEXPECTED: (facts) => `${what(facts, "处理过程")}发生意外错误。如果重新执行后仍然如此，请将此内容告知管理员。`,
} satisfies Partial<Sentences>;
