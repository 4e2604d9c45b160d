import type { AskedMessages } from "./messages";

const part = {
  records: "记录",
  attachments: "附件",
  comments: "评论",
  settings: "设置",
  administration: "仅应用管理员可查看的设置",
};

export const askedTexts: AskedMessages = {
  limited: (limits) => `备份范围受限：${limits.join("、")}`,
  condition: (query) => `条件“${query}”`,
  only: (parts) => `仅${parts.map((name) => part[name]).join("、")}`,
  without: (fields) => `不含字段${fields.map((field) => `“${field}”`).join("")}`,
  behind: (told) => `。${told}`,
  everything: "无限制",
  rule(rule) {
    switch (rule.scope) {
      case "space":
        return `空间（ID ${rule.spaceId}）的所有应用`;
      case "guest_space":
        return `来宾空间（ID ${rule.spaceId}）的所有应用`;
      case "all_apps":
        return "来宾空间以外的所有应用";
    }
  },
};
