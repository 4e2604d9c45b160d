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
};
