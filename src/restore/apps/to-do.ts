/** What no API sets, and people have to. In the order of the screens on which it is done. */
export type ToDo = { folder: string } & (
  | { what: "app-code"; code: string }
  | { what: "tokens-and-webhooks" }
  | { what: "names-in-languages"; languages: readonly string[] }
  | { what: "lookup-search"; fields: readonly string[] }
  | { what: "plugin-missing" | "plugin-configuration" | "plugin-disabled"; plugins: readonly string[] }
  | { what: "categories" }
  | { what: "permissions"; settings: ReadonlyArray<"app/acl" | "record/acl" | "field/acl"> }
  | { what: "old-ids" }
);
