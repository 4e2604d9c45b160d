import type { AskedMessages } from "./messages";

export const askedTexts: AskedMessages = {
  limited: (limits) => `Limited: ${limits.join("; ")}`,
  condition: (query) => `condition ${query}`,
  only: (parts) => `only ${parts.join(", ")}`,
  without: (fields) => `without the ${fields.length === 1 ? "field" : "fields"} ${fields.join(", ")}`,
  behind: (told) => `. ${told}`,
  everything: "not limited",
};
