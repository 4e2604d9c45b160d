import { sentences } from "../errors/sentences";
import { groupNotFound, organizationNotFound, userNotFound } from "../errors/values";
import type { Domain } from "../domain/domain";
import type { KintoneError } from "../errors/kintone-error";
import { pathOf, rules } from "./field-type";
import type { FieldBeingWritten, FieldType } from "./field-type";

interface Directory {
  nameOf(domain: Domain, code: string): string | undefined;
  knows(domain: Domain, code: string): boolean;
  notFound(code: string): KintoneError;
  /** What a function in the default value means. */
  resolve(name: string, field: FieldBeingWritten): string[];
}

const membership = ["in", "not in"] as const;

function peopleField(directory: Directory, functions: ReadonlySet<string>): FieldType {
  return {
    empty: [],
    read(input, field) {
      if (input === null || input === undefined || input === "") return [];
      if (!Array.isArray(input)) {
        field.report(pathOf(field, "values"), sentences.wrongShape);
        return [];
      }
      return input.map((item: { code?: unknown } | null) => {
        const code = item?.code;
        if (typeof code !== "string") {
          field.report(pathOf(field, "values"), sentences.wrongShape);
          return "";
        }
        if (!directory.knows(field.domain, code)) throw directory.notFound(code);
        return code;
      });
    },
    show: (value, { domain }) =>
      ((value ?? []) as string[]).map((code) => ({ code, name: directory.nameOf(domain, code) ?? code })),
    initial(field) {
      const entities = (field.property.defaultValue ?? []) as Array<{ type: string; code: string }>;
      return entities.flatMap(({ type, code }) => (type === "FUNCTION" ? directory.resolve(code, field) : [code]));
    },
    requiredAt: "values.value",
    query: rules("people", membership, false, functions),
  };
}

export const userSelect = peopleField(
  {
    nameOf: (domain, code) => domain.people.users.get(code)?.name,
    knows: (domain, code) => domain.people.canBeNamed(code),
    notFound: userNotFound,
    resolve: (_, field) => (field.writer.code === "" ? [] : [field.writer.code]),
  },
  new Set(["LOGINUSER"]),
);

export const organizationSelect = peopleField(
  {
    nameOf: (domain, code) => domain.people.organizations.get(code)?.name,
    knows: (domain, code) => domain.people.organizations.has(code),
    notFound: organizationNotFound,
    resolve: (_, field) => field.domain.people.users.get(field.writer.code)?.organizations.slice(0, 1) ?? [],
  },
  new Set(["PRIMARY_ORGANIZATION"]),
);

export const groupSelect = peopleField(
  {
    nameOf: (domain, code) => domain.people.groups.get(code)?.name,
    knows: (domain, code) => domain.people.groups.has(code),
    notFound: groupNotFound,
    resolve: () => [],
  },
  new Set(),
);

/** CREATOR and MODIFIER: one person, given as `{code}`. */
export const person: FieldType = {
  empty: "",
  read(input, field) {
    const code = (input as { code?: unknown } | null)?.code;
    if (typeof code !== "string") field.report(pathOf(field, "value"), sentences.wrongShape);
    else if (!field.domain.people.canBeNamed(code)) throw userNotFound(code);
    return typeof code === "string" ? code : "";
  },
  show: (value, { domain }) => domain.people.show(value as string),
  query: rules("people", membership, true, new Set(["LOGINUSER"])),
};
