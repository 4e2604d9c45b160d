import { SETTING_OFFERS, settingRequest } from "../../../src/kintone/settings/settings-endpoints";
import type { BenchApp } from "../kintone/catalogue";

/** Addresses below the kintone domain. */
export interface NeededRequests {
  /** In no order: settings, pages of records, files. */
  readings: string[];
  /** Asked for when all of these have come: ids and revisions as they are then, without which nobody knows what changed meanwhile. */
  versions: string[];
}

/** What the output says of it. */
export const NEEDED_IN_WORDS =
  "each setting of each app once (in every language that kintone keeps), each page of 500 records once, each file once, and when " +
  "all of that has come, ids and revisions in pages of 500";

/** The most records of one answer. */
const PAGE = 500;

/**
 * What any faithful backup must ask for. Ranges of ids and keys of files are known here beforehand, which no backup has, so that
 * nothing has to wait for anything else.
 */
export function neededRequests(apps: readonly BenchApp[]): NeededRequests {
  return {
    readings: apps.flatMap((app) => [
      ...settings(app),
      ...pagesOf(app),
      ...app.files.map(({ fileKey }) => address("file", { fileKey })),
    ]),
    versions: apps.flatMap((app) =>
      pages(app).map((query) =>
        address("records", { app: app.appId, query, "fields[0]": "$id", "fields[1]": "$revision" }),
      ),
    ),
  };
}

/** The pages of records alone. */
export const pageRequests = (apps: readonly BenchApp[]): string[] => apps.flatMap(pagesOf);

const pagesOf = (app: BenchApp): string[] => pages(app).map((query) => address("records", { app: app.appId, query }));

function settings({ appId }: BenchApp): string[] {
  // What is under consideration is switched off here: nothing comes of asking.
  const offers = SETTING_OFFERS.filter(({ of, underConsideration }) => of === "app" && !underConsideration);
  const all = offers.flatMap(({ name, languages }) =>
    [undefined, ...languages].map((language) => {
      const { path, query } = settingRequest({ appId }, name, language ? { language } : {});
      return address(path, query as Record<string, string>);
    }),
  );
  // The default names of plugins are the English ones.
  return [...new Set(all)];
}

function pages({ records }: BenchApp): string[] {
  return Array.from({ length: Math.ceil(records / PAGE) }, (_, index) => {
    const after = index * PAGE;
    return `$id > ${after} and $id <= ${after + PAGE} order by $id asc limit ${PAGE}`;
  });
}

const address = (path: string, query: Readonly<Record<string, string>>): string =>
  `/k/v1/${path}.json?${new URLSearchParams(query)}`;
