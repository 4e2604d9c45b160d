import type { FieldProperty } from "../../../archive/records/kintone-app";
import { lookInto } from "../../../domain/settings/answer-part";

/** The other app that a field is about, and the fields that it names. */
interface Link {
  member: "lookup" | "referenceTable";
  app: string;
  /** Of the app that it is in. */
  ownFields: string[];
  /** Of the other app. */
  relatedFields: string[];
}

/** Fields of every app. */
const SYSTEM = new Set(["$id", "$revision"]);

/** What a lookup, or a list of related records, points at (OpenAPI 20250423, get-form-fields). */
export function linkOf(field: FieldProperty): Link | undefined {
  const { root } = lookInto(field);
  const [lookup, table] = [root.member("lookup"), root.member("referenceTable")];
  const texts = (parts: ReadonlyArray<{ text(): string | undefined }>) =>
    parts.flatMap((part) => part.text() ?? []).filter((code) => !SYSTEM.has(code));
  if (lookup.isThere) {
    const mappings = lookup.member("fieldMappings").items();
    return {
      ...{ member: "lookup", app: lookup.member("relatedApp").member("app").text() ?? "" },
      ownFields: texts(mappings.map((mapping) => mapping.member("field"))),
      relatedFields: texts([
        ...[lookup.member("relatedKeyField"), ...mappings.map((mapping) => mapping.member("relatedField"))],
        ...lookup.member("lookupPickerFields").items(),
      ]),
    };
  }
  if (!table.isThere) return undefined;
  const condition = table.member("condition");
  return {
    ...{ member: "referenceTable", app: table.member("relatedApp").member("app").text() ?? "" },
    ownFields: texts([condition.member("field")]),
    relatedFields: texts([condition.member("relatedField"), ...table.member("displayFields").items()]),
  };
}
