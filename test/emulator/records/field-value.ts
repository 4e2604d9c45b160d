import type { App } from "../domain/app";
import type { Property } from "../domain/form";
import type { StoredRecord, Value } from "./record";

/** The stored value of a field, system fields included. */
export function fieldValue(record: StoredRecord, property: Property, app: App): Value | undefined {
  switch (property.type) {
    case "RECORD_NUMBER":
      return String(record.id);
    case "CREATOR":
      return record.creator;
    case "CREATED_TIME":
      return record.createdTime;
    case "MODIFIER":
      return record.modifier;
    case "UPDATED_TIME":
      return record.updatedTime;
    case "STATUS":
      return record.status ?? app.firstState?.name;
    case "STATUS_ASSIGNEE":
      return [...record.assignees];
    default:
      return record.values[property.code];
  }
}
