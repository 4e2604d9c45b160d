const text = (code: string, more: object = {}) => ({ type: "SINGLE_LINE_TEXT", code, label: code, ...more });

/** The fields of the scratch app, none of which is doubtful: what is, comes when it is tried. */
export const FORM = {
  unique_text: text("unique_text", { unique: true }),
  plain_text: text("plain_text", { defaultValue: "default" }),
  number: { type: "NUMBER", code: "number", label: "number" },
  rich_text: { type: "RICH_TEXT", code: "rich_text", label: "rich_text" },
  groups: { type: "GROUP_SELECT", code: "groups", label: "groups" },
  table: {
    ...{ type: "SUBTABLE", code: "table", label: "table" },
    fields: { cell_a: text("cell_a"), cell_b: text("cell_b") },
  },
} as const;
