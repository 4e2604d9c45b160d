import { invalidParameter } from "../errors/requests";
import { sentences } from "../errors/sentences";
import type { Properties, Property } from "./form";

/** A category and those below it (https://cybozu.dev/ja/kintone/docs/api-lab/rest-api/apps/get-categories). */
export interface Category {
  name: string;
  index: string;
  /** Absent on the fifth level: nothing can be below it. */
  children?: Categories;
}

/** By default name. */
export type Categories = Record<string, Category>;

const maxLevels = 5;
const maxNameLength = 64;

/**
 * The whole tree as a request gives it; what is not in it is removed. Keys are the names before the change
 * (https://cybozu.dev/ja/kintone/docs/api-lab/rest-api/apps/update-categories). @throws CB_VA01
 */
export function readCategories(given: unknown, path = "categories", level = 1): Categories {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw invalidParameter(path, sentences.wrongShape);
  if (level > maxLevels) throw invalidParameter(path, sentences.wrongShape);
  const read = Object.entries(given as Record<string, Partial<Category>>).map(([key, category]) => {
    const at = `${path}[${key}]`;
    const { name, index, children } = category;
    if (name === undefined || name === "") throw invalidParameter(`${at}.name`, sentences.requiredParameter);
    if ([...name].length > maxNameLength)
      throw invalidParameter(`${at}.name`, sentences.shorterThan(maxNameLength + 1));
    if (index === undefined) throw invalidParameter(`${at}.index`, sentences.requiredParameter);
    if (level === maxLevels) return { name, index: String(index), ...(children && below(children, at, level)) };
    if (children === undefined) throw invalidParameter(`${at}.children`, sentences.requiredParameter);
    return { name, index: String(index), ...below(children, at, level) };
  });
  for (const key of ["name", "index"] as const) {
    if (new Set(read.map((category) => category[key])).size < read.length)
      throw invalidParameter(path, sentences.duplicate);
  }
  const ordered = read.sort((a, b) => Number(a.index) - Number(b.index));
  return Object.fromEntries(
    ordered.map((category, position) => [category.name, { ...category, index: String(position) }]),
  );
}

const below = (children: unknown, at: string, level: number): { children: Categories } => ({
  children: readCategories(children, `${at}.children`, level + 1),
});

/** Whether categories are on is a property of the form's category field. */
export const categoriesAreOn = (properties: Properties): boolean =>
  Object.values(properties).some(({ type, enabled }) => type === "CATEGORY" && enabled === true);

export const withCategoriesOn = (properties: Properties, enabled: boolean): Properties =>
  Object.fromEntries(
    Object.entries(properties).map(([code, property]): [string, Property] => [
      code,
      property.type === "CATEGORY" ? { ...property, enabled } : property,
    ]),
  );
