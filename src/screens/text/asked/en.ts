import type { AskedMessages } from "./messages";

const part = {
  ...{ records: "records", attachments: "attachments", comments: "comments", settings: "settings" },
  administration: "settings for administrators only",
};

export const askedTexts: AskedMessages = {
  limited: (limits) => `Limited: ${limits.join("; ")}`,
  condition: (query) => `condition ${query}`,
  only: (parts) => `only ${parts.map((name) => part[name]).join(", ")}`,
  without: (fields) => `without the ${fields.length === 1 ? "field" : "fields"} ${fields.join(", ")}`,
  behind: (told) => `. ${told}`,
  everything: "not limited",
  rule(rule) {
    switch (rule.scope) {
      case "space":
        return `all apps of space ${rule.spaceId}`;
      case "guest_space":
        return `all apps of guest space ${rule.spaceId}`;
      case "all_apps":
        return "all apps outside guest spaces";
    }
  },
};
