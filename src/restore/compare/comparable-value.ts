import { canonicalJson } from "../../archive/canonical-json";
import type { Cell } from "../../archive/records/kintone-app";
import { filesOf, isObject } from "../../archive/records/understood";
import { decimal } from "./decimal";

/**
 * The value of a cell outside tables as a text: two cells hold the same for people when their texts are the same. What a restore cannot
 * keep, or kintone writes in several ways, is left out of it: keys of files, names of people, ids of rows, the order in which several are chosen, the digits
 * behind a number's last one, `null` for nothing, carriage returns.
 */
export function comparableValue({ type, value }: Cell): string {
  if (value === null || value === undefined) return "";
  switch (type) {
    case "NUMBER":
    case "CALC":
      return typeof value === "string" ? (decimal(value) ?? value) : canonicalJson(value);
    case "CHECK_BOX":
    case "MULTI_SELECT":
    case "CATEGORY":
      return chosen(value, (option) => option);
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
    case "STATUS_ASSIGNEE":
      return chosen(value, codeOf);
    case "CREATOR":
    case "MODIFIER":
      return String(codeOf(value) ?? canonicalJson(value));
    case "FILE":
      return filesOf({ type, value }).map(fileText).join("\n");
    default:
      return typeof value === "string" ? value.replaceAll("\r\n", "\n") : canonicalJson(value);
  }
}

function chosen(value: unknown, name: (item: unknown) => unknown): string {
  if (!Array.isArray(value)) return canonicalJson(value);
  return value
    .map((item: unknown) => JSON.stringify(name(item) ?? item))
    .sort()
    .join("\n");
}

const codeOf = (entity: unknown): unknown => (isObject(entity) ? Reflect.get(entity, "code") : undefined);

/** A file is known by its name and size; its key is another one in every answer (cybozu.dev download-file). */
const fileText = ({ name, size }: { name: string; size: string }): string => JSON.stringify([name, String(size)]);
