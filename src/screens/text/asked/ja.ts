import type { AskedMessages } from "./messages";

const part = {
  records: "レコード",
  attachments: "添付ファイル",
  comments: "コメント",
  settings: "設定",
  administration: "アプリの管理者だけが閲覧できる設定",
};

export const askedTexts: AskedMessages = {
  limited: (limits) => `対象を限定: ${limits.join("、")}`,
  condition: (query) => `条件「${query}」`,
  only: (parts) => `${parts.map((name) => part[name]).join("・")}のみ`,
  without: (fields) => `フィールド${fields.map((field) => `「${field}」`).join("")}を除外`,
  behind: (told) => `。${told}`,
  everything: "限定なし",
};
