import { categoriesAreOn, readCategories, withCategoriesOn } from "../domain/categories";
import { inLab, settingsReader, settingsWriter } from "./endpoint";
import type { Endpoint } from "./endpoint";

/** The tree of categories: cybozu.dev get-categories, update-categories (API lab). Who holds one of the two rights may read it. */
export const categories: Endpoint[] = inLab("categories", [
  ...settingsReader(
    "app/categories.json",
    (settings) => ({ enabled: categoriesAreOn(settings.properties), categories: settings.categories }),
    ["view", "add"],
  ),

  settingsWriter("PUT", "app/categories.json", ({ preview }, { parameters }) => ({
    ...(parameters.has("enabled") && {
      properties: withCategoriesOn(preview.properties, parameters.flag("enabled")),
    }),
    ...(parameters.has("categories") && { categories: readCategories(parameters.object("categories")) }),
  })),
]);
