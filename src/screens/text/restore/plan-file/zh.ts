import { quantitiesIn } from "../../quantities";
import type { PlanFileMessages } from "./messages";

const { number } = quantitiesIn("zh");

export const planFile: PlanFileMessages = {
  heading: (name) => `“${name}”不能用作恢复计划。没有更改任何内容。`,
  problem: {
    "not-json": () => "它不是JSON，或内容不完整。",
    "no-plan": () => "这是其他文件：恢复计划中应有 formatVersion。",
    "newer-version": ({ version }) => `其格式版本为${version}，本程序只支持1。请更新程序。`,
    missing: ({ field }) => `缺少“${field}”。`,
    unreadable: ({ field }) => `“${field}”的值不正确。`,
    "unknown-name": ({ field }) => `没有“${field}”这一项，请检查拼写（存在未知项时不会执行）。`,
  },
  wrong: {
    "another-archive": (expected, found) =>
      `该计划属于其他归档（${expected}），而不是此归档（${found}）。没有更改任何内容。请使用制作计划时的归档，或重新制作计划。`,
    "another-app": (expected, found) => `该计划用于 ${expected}，而恢复目标是 ${found}。没有更改任何内容。`,
    "another-plan": (expected, found) =>
      `现在执行的结果将与计划不同（计划：${expected}；现在：${found}；即使数量相同，记录或内容也可能不同）。制作计划后，应用或文件已被更改。没有更改任何内容，请重新比较并制作新的计划。`,
  },
  counts: ({ add, putBack, remove }) => `添加${number(add)}条、恢复${number(putBack)}条、删除${number(remove)}条`,
};
