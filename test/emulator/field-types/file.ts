import { sentences } from "../errors/sentences";
import type { AttachedFile } from "../domain/files";
import { emptiness, pathOf, rules, search } from "./field-type";
import type { FieldType } from "./field-type";

/** The list replaces the old one: files to keep are named by the key that the record gave, new ones by their upload key. */
export const file: FieldType = {
  empty: [],
  read(input, field) {
    if (input === null || input === undefined || input === "") return [];
    if (!Array.isArray(input)) {
      field.report(pathOf(field, "values"), sentences.wrongShape);
      return [];
    }
    const kept = new Map(((field.previous ?? []) as AttachedFile[]).map((attached) => [attached.fileKey, attached]));
    return input.flatMap((item: { fileKey?: unknown } | null) => {
      const key = item?.fileKey;
      if (typeof key !== "string") {
        field.report(pathOf(field, "values"), sentences.wrongShape);
        return [];
      }
      const { app, domain, property, recordId } = field;
      return (
        kept.get(key) ?? domain.takeUpload(key, { kind: "record", appId: app.id, recordId, fieldCode: property.code })
      );
    });
  },
  show: (value) =>
    ((value ?? []) as AttachedFile[]).map(({ fileKey, content }) => ({
      fileKey,
      name: content.name,
      contentType: content.contentType,
      size: String(content.size),
    })),
  requiredAt: "values",
  query: rules("words", [...search, ...emptiness], false),
};
