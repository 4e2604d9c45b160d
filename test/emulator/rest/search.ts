import { Permissions } from "../access/permissions";
import type { App } from "../domain/app";
import { invalidParameter, tooOften } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { containsWords } from "../query/words";
import { fieldValue } from "../records/field-value";
import type { StoredRecord } from "../records/record";
import { isListedHere } from "./apps";
import { post } from "./endpoint";
import type { Call, Endpoint } from "./endpoint";
import type { Parameters } from "./parameters";

const maxConditions = 20;
const maxKeywordLength = 50;
/** UNCONFIRMED(search-pages), as is that a page's token is where the next one begins. */
const standardPage = 20;
const maxPage = 100;

type Matches = (texts: readonly string[]) => boolean;

interface Hit {
  type: "RECORD" | "RECORD_COMMENT" | "SPACE";
  createdAt: string;
  [detail: string]: unknown;
}

/** Search in all of kintone: https://cybozu.dev/ja/kintone/docs/rest-api/search/search-data; hits as rest-api-client 6.2.1 types them. */
export const search: Endpoint[] = [
  post("search.json", (call) => {
    const { parameters, domain } = call;
    const { code } = call.user;
    if (!domain.searches.take(code)) throw tooOften();
    const matches = readQuery(parameters);
    const types = parameters.texts("types", maxConditions) ?? [];
    const limit = parameters.integer("limit", { least: 1, most: maxPage, standard: standardPage });
    const offset = Number(parameters.optionalText("pageToken") ?? 0);
    const all = [...spacesThat(matches, call), ...appsIn(call).flatMap((app) => recordsThat(matches, app, call))]
      .filter(({ type }) => types.length === 0 || types.includes(type))
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    const hits = all.slice(offset, offset + limit).map(({ createdAt: _createdAt, ...hit }) => hit);
    return { hits, nextPageToken: offset + limit < all.length ? String(offset + limit) : null };
  }),
];

/** Without a condition that asks for a word, nothing is found. @throws CB_VA01 */
function readQuery(parameters: Parameters): Matches {
  const conditions = parameters.objects("query", maxConditions).map(({ parameters: condition, path }) => {
    const keywords = condition.texts("keywords", maxConditions, 1) ?? [];
    if (keywords.some((keyword) => keyword === "" || [...keyword].length > maxKeywordLength))
      throw invalidParameter(`${path}.keywords`, sentences.wrongShape);
    condition.require("operator", "keywords");
    return { operator: condition.oneOf("operator", ["AND", "OR", "NOT"] as const, "AND"), keywords };
  });
  const words = conditions.reduce((sum, { keywords }) => sum + keywords.length, 0);
  if (conditions.length === 0 || words > maxConditions)
    throw invalidParameter("query", sentences.sizeBetween(1, maxConditions));
  if (conditions.every(({ operator }) => operator === "NOT")) return () => false;
  return (texts) =>
    conditions.every(({ operator, keywords }) => {
      const found = (keyword: string) => texts.some((text) => containsWords(text, keyword));
      if (operator === "AND") return keywords.every(found);
      return operator === "OR" ? keywords.some(found) : !keywords.some(found);
    });
}

/** Apps that are reached by the request's path, in the scopes that it names. */
function appsIn(call: Call): App[] {
  const scopes = call.parameters.has("scopes") ? call.parameters.objects("scopes", maxConditions) : [];
  const named = scopes.map(({ parameters }) => ({
    scope: parameters.oneOf("scope", ["APP", "SPACE", "PEOPLE", "MESSAGE"] as const, "APP"),
    ids: parameters.ids("ids", maxConditions),
  }));
  return [...call.domain.apps.values()].filter(
    (app) =>
      app.live !== undefined &&
      !app.isInMaintenance &&
      isListedHere(app, call) &&
      (named.length === 0 ||
        named.some(({ scope, ids }) => {
          const id = { APP: app.id, SPACE: app.spaceId, PEOPLE: undefined, MESSAGE: undefined }[scope];
          return id !== undefined && (!ids || ids.includes(id));
        })),
  );
}

function spacesThat(matches: Matches, { domain, user, guestSpaceId }: Call): Hit[] {
  return [...domain.spaces.byId.values()]
    .filter((space) => (space.isGuest ? space.id : undefined) === guestSpaceId)
    .filter((space) => domain.spaces.isOpenTo(space, user.code) && matches([space.name, space.body]))
    .map((space) => ({
      type: "SPACE",
      url: `/k/#/space/${space.id}`,
      snippets: [space.name],
      createdAt: space.createdAt,
      space: {
        spaceId: String(space.id),
        spaceName: space.name,
        createdAt: space.createdAt,
        creator: domain.people.show(space.creator),
      },
    }));
}

/** Records and their comments, as far as the user may see them; a generated app is not looked through. */
function recordsThat(matches: Matches, app: App, call: Call): Hit[] {
  if (app.records.isGenerated) return [];
  const permissions = new Permissions(call.domain, app, call.caller);
  const visible = [...app.records.ascending()].filter((record) => permissions.mayWithRecord(record, "viewable"));
  return visible.flatMap((record) => {
    const about = aboutRecord(record, app);
    const texts = textsOf(record, app, permissions.maySee(record));
    const found = texts.filter(({ text }) => matches([text]));
    const written = { createdAt: record.createdTime, creator: call.domain.people.show(record.creator) };
    const hit: Hit = {
      type: "RECORD",
      url: about.url,
      snippets: found.map(({ text }) => text),
      createdAt: record.createdTime,
      record: { ...about.record, ...written, matchedFields: found.map(({ code, label }) => ({ code, label })) },
    };
    const comments = app.records
      .comments(record.id)
      .filter(({ text }) => matches([text]))
      .map(({ id, text, createdAt, creator }): Hit => {
        const comment = { commentId: String(id), createdAt, creator: call.domain.people.show(creator) };
        return {
          type: "RECORD_COMMENT",
          url: about.url,
          snippets: [text],
          createdAt,
          recordComment: { ...about.record, ...comment },
        };
      });
    return [...(matches(texts.map(({ text }) => text)) ? [hit] : []), ...comments];
  });
}

function textsOf(record: StoredRecord, app: App, maySee: (code: string) => boolean) {
  const seen = Object.values(app.settings.properties).filter(({ code }) => maySee(code));
  return seen.flatMap((property) => {
    const text = fieldValue(record, property, app);
    return typeof text === "string" ? [{ code: property.code, label: property.label, text }] : [];
  });
}

/** The title is what the app's settings say; here it is the number. */
function aboutRecord({ id }: StoredRecord, app: App) {
  return {
    url: `/k/${app.id}/show#record=${id}`,
    record: {
      appId: String(app.id),
      appName: app.settings.general.name,
      recordId: String(id),
      recordTitle: String(id),
    },
  };
}
