import { quantitiesIn } from "../quantities";
import type { RestoredTexts } from "./messages";

const { number, moment } = quantitiesIn("zh");

const time = (at: string) => moment(at) ?? at;
const records = (count: number) => `${number(count)}条记录`;
const app = (id: string | undefined) => (id === undefined ? "应用" : `应用（ID ${id}）`);
const AGAIN = "请重新比较：已恢复的记录会保留，其余的可以继续恢复。";

export const restoredTexts: RestoredTexts = {
  sentence: {
    FORM_CHANGED: (facts) => `恢复过程中${app(facts.app)}的设置被更改。${AGAIN}`,
    NO_PERMISSION: (facts) =>
      facts.ofToken
        ? `API令牌没有在${app(facts.app)}中执行此操作的权限。请赋予查看、添加、编辑（需要删除时还包括删除）记录的权限，更新应用后重新恢复。`
        : `没有在${app(facts.app)}中执行此操作的权限。请以可查看、添加、编辑（需要删除时还包括删除）记录的用户恢复。`,
    TOO_MANY_REQUESTS: () => `发送到kintone的请求过多，请稍候。${AGAIN}`,
    UNAVAILABLE: () => `kintone不可用，可能正在维护或负载过高，请稍候。${AGAIN}`,
    NETWORK: ({ obstacle }) => (obstacle ? undefined : `连接已断开，请检查网络。${AGAIN}`),
    TIMED_OUT: () => `kintone的响应未按时到达。${AGAIN}`,
    SESSION_EXPIRED: () => `kintone的登录已失效，请重新登录。${AGAIN}`,
    ANOTHER_RUN: ({ operator, since }) =>
      `另一个备份或恢复正在运行${operator || since ? `（${[operator, since && `自${time(since)}`].filter(Boolean).join("，")}）` : ""}，因此未开始恢复，没有更改任何内容。请在其结束后再恢复。若其已中断，则在最后一次报告15分钟后视为结束。`,
    HISTORY_UNWRITABLE: () => "无法写入备份管理应用，因此无法记录恢复。请检查该应用的权限和字段。",
    WORKSPACE_FAILED: ({ reason }) =>
      `无法保存恢复的经过${reason ? `（原因：${reason}）` : ""}，在此情况下不会写入任何内容。请检查磁盘和归档文件夹。`,
    NO_SPACE: () => "磁盘可用空间不足。请腾出空间后重新恢复。",
    CANCELLED: () => `恢复已取消。${AGAIN}`,
  },
  phase: {
    comparing: "正在比较",
    securing: "正在备份恢复前的应用",
    writing: "正在恢复",
    verifying: "正在与kintone核对恢复的内容",
    recording: "正在写入历史",
  },
  lookedFor: {
    title: (count) => `未收到kintone的响应，正在确认${records(count)}是否已写入`,
    note: (until) => `kintone可能仍在写入，因此确认可能持续到${until}左右。不会重复写入。确认完成后将继续恢复。`,
  },
  cancelling: "正在写入的记录完成后将结束恢复…",
  verdict: {
    "as-planned": "已恢复。所有内容均按计划存在于kintone中。",
    explained: "已恢复。与计划不符之处及其原因如下。",
    "not-as-planned": "已恢复，但有记录与计划不符。请查看报告。",
    stopped: "恢复在完成之前结束。此前已恢复的内容会保留。",
  },
  outcome: {
    added: "已添加",
    "put-back": "已写回",
    removed: "已删除",
    refused: "未能写入",
    "changed-meanwhile": "比较后被更改",
    gone: "比较后被删除",
    hidden: "可能不可见",
    undecided: "未知",
    notReached: "未处理",
    deviations: "与计划不符",
  },
  became: {
    refused: "kintone未接受",
    "changed-meanwhile": "比较之后被他人更改，因此保持原样",
    gone: "比较之后被他人删除",
    hidden: "可能因权限而不可见，但仍在应用中，因此未添加",
    undecided: "未收到kintone的响应，无法判断是否已写入。再次恢复之前，请在应用中确认",
  },
  damagedFile: (file) => `无法从归档中读取附件“${file}”，因此未写入`,
  withoutFiles: (files) => `归档中没有以下文件，因此未恢复：${files.map((name) => `“${name}”`).join("")}`,
  deviates: {
    byOthers: "恢复之后被他人更改或删除",
    unexplained: "kintone中的值与写入的值不同，报告中有两者",
  },
  setByKintone: (fields) => `以下字段由kintone设置，因此与归档不同：${fields.map((field) => `“${field}”`).join("")}`,
  stopped: (why) => `结束的原因：${why}`,
  maybeWritten: (ids) => `以下记录在收到kintone的响应之前恢复就已中断，无法判断是否已写入：${ids.join("、")}`,
  planned: ({ add, putBack, remove }) => `计划：添加${records(add)}，写回${records(putBack)}，删除${records(remove)}`,
  notSecured: "恢复前的备份缺少恢复可能更改的数据，因此没有更改任何内容。缺少的内容：",
};
