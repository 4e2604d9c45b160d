import type { DomainQuestion, DomainSource } from "../../domain/domain-source";
import type { ApiRequest, Connection } from "../connection/connection";
import { unexpectedAnswer } from "../connection/errors";

/** The most that one answer holds, of each of these lists (OpenAPI 20250423: plugins, apps; cybozu.dev get-spaces-statistics, User API). */
const PAGE = 100;

interface ListEndpoint {
  path: string;
  /** Where the list is in the answer. */
  list: string;
  /** Of the User API, which calls a page's length `size`. */
  ofUsers?: true;
}

/**
 * Whoever is logged in may ask for all of these (cybozu.dev get-plugins, get-apps, get-spaces-statistics; User API: get-users,
 * get-organizations, get-groups, get-organizations-users, get-groups-users: 必要なアクセス権 なし), API tokens for apps at most. Of spaces,
 * kintone lists all to its system administrators, to others those that are public or joined, and none on another course than Wide.
 */
const ENDPOINTS: Readonly<Record<DomainQuestion["of"], ListEndpoint>> = {
  plugins: { path: "plugins", list: "plugins" },
  spaces: { path: "spaces/statistics", list: "spaces" },
  apps: { path: "apps", list: "apps" },
  users: { path: "users", list: "users", ofUsers: true },
  organizations: { path: "organizations", list: "organizations", ofUsers: true },
  groups: { path: "groups", list: "groups", ofUsers: true },
  organization: { path: "organization/users", list: "userTitles", ofUsers: true },
  group: { path: "group/users", list: "users", ofUsers: true },
};

/** What belongs to a kintone domain and to no app, over REST. The connection says who reads, how hard it tries and how fast. */
export function createRestDomain(connection: Connection): DomainSource {
  return {
    async readPage(question, offset) {
      const { path, list, ofUsers } = ENDPOINTS[question.of];
      const answer = await connection.json<Readonly<Record<string, unknown>>>({
        ...{ method: "GET", path, ...(ofUsers && { ofUsers }) },
        query: {
          ...("code" in question && { code: question.code }),
          ...{ [ofUsers ? "size" : "limit"]: PAGE, offset },
        },
      });
      const items = answer[list];
      if (!Array.isArray(items)) throw unexpectedAnswer(`no ${list}`);
      return { items, more: items.length >= PAGE };
    },

    async readSpace({ id, isGuest }) {
      const about: Pick<ApiRequest, "method" | "guestSpaceId" | "query"> = {
        ...{ method: "GET", query: { id } },
        ...(isGuest && { guestSpaceId: id }),
      };
      const [space, { members }] = await Promise.all([
        connection.json<unknown>({ ...about, path: "space" }),
        connection.json<{ members?: unknown }>({ ...about, path: "space/members" }),
      ]);
      if (!Array.isArray(members)) throw unexpectedAnswer("no members");
      return { space, members };
    },
  };
}
