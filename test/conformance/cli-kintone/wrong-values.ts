import type { Property } from "../../emulator/domain/form";
import type { Value } from "../../emulator/records/record";

/** What kintone would take for a field and is never what a record of the sample has; `undefined` where nobody writes. */
export function wrongValue(property: Property, now: Value | undefined, file: { fileKey: string }): unknown {
  const { type, unique, lookup, protocol, options = {} } = property;
  const other = Object.keys(options).filter(
    (option) => option !== now && !(Array.isArray(now) && now.includes(option as never)),
  );
  switch (type) {
    case "SINGLE_LINE_TEXT":
      if (unique) return undefined;
      return lookup ? "" : "wrong";
    case "MULTI_LINE_TEXT":
    case "RICH_TEXT":
      return "wrong";
    case "LINK":
      return { WEB: "https://wrong.example.com", CALL: "000", MAIL: "wrong@example.com" }[protocol ?? "WEB"];
    case "NUMBER":
      return "0.5";
    case "RADIO_BUTTON":
    case "DROP_DOWN":
      return other[0];
    case "CHECK_BOX":
    case "MULTI_SELECT":
      return other;
    case "DATE":
      return "2001-02-03";
    case "TIME":
      return "04:05";
    case "DATETIME":
      return "2001-02-03T04:05:00Z";
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      return [];
    case "FILE":
      return [file];
    case "SUBTABLE":
      return Object.values(property.fields ?? {}).map((inner) => ({
        value: { [inner.code]: { value: wrongValue(inner, undefined, file) } },
      }));
    default:
      return undefined;
  }
}
