import type { Description, Schema } from "./description";

/** What an answer has that a witness does not expect, or the other way round. */
export interface Complaint {
  endpoint: string;
  /** Where in the answer: `views.*.index`; `[]` is any item of a list, `*` any key that users name. */
  at: string;
  message: string;
}

type Finding = Omit<Complaint, "endpoint">;

/**
 * Compares an answer with its schema by names and structure: objects, lists, flags and fixed words. Numbers, texts and `null` are not told
 * apart, because the description declares ids and counts as integers and has no `null` at all; the client's types judge those.
 * Everything described must be there, although the description requires next to nothing.
 */
export function compare(value: unknown, schema: Schema | undefined, description: Description, at = ""): Finding[] {
  if (schema === undefined) return isEmptyObject(value) ? [] : [{ at, message: "should be {}" }];
  const { type, properties, additionalProperties, items, enum: words, anyOf, oneOf } = description.resolve(schema);
  const alternatives = anyOf ?? oneOf;
  if (alternatives) return closest(alternatives.map((alternative) => compare(value, alternative, description, at)));
  if (value === null) return [];
  if (type === "array") {
    if (!Array.isArray(value)) return [{ at, message: "should be a list" }];
    return value.flatMap((item) => compare(item, items ?? {}, description, `${at}[]`));
  }
  if (properties || additionalProperties) {
    if (!isObject(value)) return [{ at, message: "should be an object" }];
    if (additionalProperties) {
      return Object.values(value).flatMap((inner) => compare(inner, additionalProperties, description, join(at, "*")));
    }
    return compareKeys(value, properties ?? {}, description, at);
  }
  if (type === undefined) return isEmptyObject(value) ? [] : [{ at, message: "should be {}" }];
  if (typeof value === "object") return [{ at, message: `should be a ${type}` }];
  if ((type === "boolean") !== (typeof value === "boolean")) return [{ at, message: `should be a ${type}` }];
  if (words && !words.includes(String(value))) return [{ at, message: `"${String(value)}" is not a described word` }];
  return [];
}

function compareKeys(
  value: Record<string, unknown>,
  properties: Record<string, Schema>,
  description: Description,
  at: string,
): Finding[] {
  const missing = Object.keys(properties).filter((key) => !Object.hasOwn(value, key));
  return [
    ...missing.map((key) => ({ at: join(at, key), message: "is missing" })),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const schema = properties[key];
      return schema
        ? compare(inner, schema, description, join(at, key))
        : [{ at: join(at, key), message: "is not described" }];
    }),
  ];
}

const closest = (findings: Finding[][]): Finding[] =>
  findings.reduce((best, other) => (other.length < best.length ? other : best));
const join = (at: string, key: string): string => (at === "" ? key : `${at}.${key}`);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isEmptyObject = (value: unknown): boolean => isObject(value) && Object.keys(value).length === 0;
