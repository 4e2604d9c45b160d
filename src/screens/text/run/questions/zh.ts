import { bytes, moment, MOST_APPS, number } from "../names/zh";
import type { QuestionMessages } from "./messages";

export const questions: QuestionMessages = {
  ruleNews: { heading: "符合规则的应用有变化", goOn: "备份" },
  room: {
    heading: "可用空间可能不足",
    short: ({ bytes: needed, free, lastRun, unknownTargets }) => [
      `根据以往的备份（截至${moment(lastRun) ?? "现在"}）估算，约需要${bytes(needed)}，但此浏览器可用的空间为${bytes(free)}。`,
      ...(unknownTargets > 0 ? [`从未备份过的应用（${number(unknownTargets)}个）还需要额外的空间。`] : []),
      "如果继续，很可能会因空间不足而无法完成。请增加磁盘的可用空间，不使用无痕窗口，或减少一次备份的应用。",
    ],
    goOn: "继续备份",
  },
  loss: {
    heading: "此次备份中断后无法继续",
    onThePage:
      "此页面不允许在后台（Web Worker）执行备份，因此将在页面本身执行：所需时间更长，页面反应可能变慢。执行期间请保持显示此标签页。",
    ifBrokenOff: "如果备份期间页面被关闭或浏览器退出，已读取的数据将丢失，并且最长需要等待15分钟才能再次执行备份。",
    otherBrowser: "只要备份执行到最后，生成的zip文件没有区别。如需能够继续，请使用最新的Chrome、Edge或Firefox。",
    goOn: "执行备份",
  },
  budget: {
    heading: "此次备份需要大量API请求",
    excess: ({ perAppAndDay, apps }) => [
      `备份每天（自日本时间9点起）对每个应用可使用${number(perAppAndDay)}次API请求。读取回复时，每条记录需要一次以上。`,
      ...apps
        .slice(0, MOST_APPS)
        .map(
          ({ appId, appName, requests, left }) =>
            `应用“${appName}”（ID ${appId}）：约需${number(requests)}次，还剩${number(left)}次。`,
        ),
      ...(apps.length > MOST_APPS ? [`另有${number(apps.length - MOST_APPS)}个应用也是如此。`] : []),
      "在范围内继续时，先读取新的和已更改的记录的回复，直到剩余次数用完；其余从上次备份沿用，无法沿用时即为缺失。",
      "明天继续时，剩余次数用完后会等待，在日本时间9点之后自动继续读取。回复以外的数据超出剩余次数时，除非选择超出继续，也会同样等待。",
      "超出继续时，应用可能超过所签版本的上限，cybozu可能会向管理员发送通知邮件。",
    ],
    answer: {
      stop: "在范围内继续",
      pause: "明天继续",
      "without-comments": "不读取这些应用的回复",
      "go-on": "超出继续",
    },
  },
};
