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
  rule(rule) {
    switch (rule.scope) {
      case "space":
        return `スペース（ID ${rule.spaceId}）のすべてのアプリ`;
      case "guest_space":
        return `ゲストスペース（ID ${rule.spaceId}）のすべてのアプリ`;
      case "all_apps":
        return "ゲストスペース以外のすべてのアプリ";
    }
  },
};
