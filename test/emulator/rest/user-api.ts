import { Hono } from "hono";
import type { Context } from "hono";
import { authenticate } from "../access/authenticate";
import type { Sessions } from "../access/sessions";
import type { Domain } from "../domain/domain";
import type { Group, Organization, User } from "../domain/people";
import { KintoneError } from "../errors/kintone-error";
import { invalidParameter, noPermission, tokenCannotRun } from "../errors/requests";
import { sentences } from "../errors/sentences";
import { userNotFound } from "../errors/values";
import { spoilRequest, spoilResponse } from "../faults/spoil";
import { fromQueryString, Parameters } from "./parameters";

/** Of users, organizations and groups in an answer (cybozu.dev, User API). */
const maxPage = 100;

/**
 * What cybozu.com tells everybody who is logged in of who there is and who belongs where, below `/v1/` and not `/k/v1/` (cybozu.dev,
 * User API: get-users, get-organizations, get-groups, get-organizations-users, get-groups-users, get-users-groups,
 * get-users-organization; "必要なアクセス権: なし"). Guests are not told of (get-users-groups, 制限事項); that nothing is told to them either, and
 * the code of that refusal: UNCONFIRMED(users-by-guests); that a kintone API token is refused: UNCONFIRMED(users-by-token).
 */
export function createUserApi(domain: Domain, sessions: Sessions): Hono {
  const { people } = domain;
  const router = new Hono();
  const serve = (path: string, answer: (parameters: Parameters) => unknown) =>
    router.on(["GET", "POST"], `/v1/${path}`, async (context: Context) => {
      // Whether it takes a POST that says GET is UNCONFIRMED(users-by-post): it does not.
      const isPost = context.req.method === "POST";
      if (isPost && !domain.opposites.has("users-by-post")) return context.notFound();
      const effects = domain.faults.on("GET", path);
      try {
        const spoiled = await spoilRequest(effects, context, domain, sessions);
        if (spoiled) return spoiled;
        const caller = authenticate(context.req.raw.headers, domain, sessions);
        if (caller.kind === "token" && !domain.opposites.has("users-by-token")) throw tokenCannotRun();
        if (caller.kind !== "token" && caller.user.isGuest) throw noPermission();
        const parameters = new Parameters(
          isPost ? await context.req.json() : fromQueryString(new URL(context.req.url).searchParams),
        );
        return await spoilResponse(effects, context.json(answer(parameters) as object), context);
      } catch (error) {
        if (!(error instanceof KintoneError)) throw error;
        return context.json(error.toJSON("ja", "user-api"), error.status as 400);
      }
    });

  const members = () => [...people.users.values()].filter(({ isGuest }) => !isGuest);
  const known = (parameters: Parameters): User => {
    const code = parameters.text("code");
    const user = people.users.get(code);
    if (!user || user.isGuest) throw userNotFound(code);
    return user;
  };

  serve("users.json", (parameters) => ({
    users: chosen(members(), parameters).map(showUser),
  }));
  serve("organizations.json", (parameters) => ({
    organizations: chosen(withIds(people.organizations), parameters).map(showOrganization),
  }));
  // Whether groups that are there by themselves are among them is UNCONFIRMED(groups-of-their-own).
  serve("groups.json", (parameters) => ({
    groups: chosen(
      withIds(people.groups).filter(({ code }) => code !== "everyone"),
      parameters,
    ).map(showGroup),
  }));
  serve("organization/users.json", (parameters) => {
    const code = codeIn(people.organizations, parameters);
    const users = members().filter(({ organizations }) => organizations.includes(code));
    return {
      userTitles: page(users, parameters).map((user) => ({ user: showUser(user), title: showTitle(user, code) })),
    };
  });
  serve("group/users.json", (parameters) => {
    const code = codeIn(people.groups, parameters);
    const users = members().filter(({ groups }) => code === "everyone" || groups.includes(code));
    return { users: page(users, parameters).map(showUser) };
  });
  serve("user/groups.json", (parameters) => {
    const codes = ["everyone", ...known(parameters).groups];
    return {
      groups: withIds(people.groups)
        .filter(({ code }) => codes.includes(code))
        .map(showGroup),
    };
  });
  serve("user/organizations.json", (parameters) => {
    const user = known(parameters);
    const all = withIds(people.organizations);
    return {
      organizationTitles: user.organizations.map((code) => {
        const organization = all.find((one) => one.code === code);
        return { organization: organization ? showOrganization(organization) : null, title: showTitle(user, code) };
      }),
    };
  });
  return router;
}

type WithId<Item> = Item & { id: number };

/** In ascending order of their ids. */
function withIds<Item>(items: ReadonlyMap<string, Item>): Array<WithId<Item>> {
  return [...items.values()].map((item, index) => ({ ...item, id: index + 1 }));
}

/** All of them, or those that are asked for by `ids` or `codes`, not by both; a page of these. @throws CB_VA01 */
function chosen<Item extends { id: number; code: string }>(items: readonly Item[], parameters: Parameters): Item[] {
  const [ids, codes] = [parameters.texts("ids", maxPage), parameters.texts("codes", maxPage)];
  if (ids && codes) throw invalidParameter("codes", sentences.wrongShape);
  const found = items.filter(({ id, code }) => (!ids || ids.includes(String(id))) && (!codes || codes.includes(code)));
  return page(found, parameters);
}

function page<Item>(items: readonly Item[], parameters: Parameters): Item[] {
  const offset = parameters.integer("offset", { least: 0, standard: 0 });
  return items.slice(offset, offset + parameters.integer("size", { least: 1, most: maxPage, standard: maxPage }));
}

/** @throws CB_VA01 for one that there is not; the code is UNCONFIRMED(members-of-nothing) */
function codeIn(items: ReadonlyMap<string, unknown>, parameters: Parameters): string {
  const code = parameters.text("code");
  if (!items.has(code)) throw invalidParameter("code", sentences.wrongShape);
  return code;
}

/** As cybozu.dev writes the type User. What this kintone knows nothing of is as it is for a user who never filled it in. */
function showUser({ id, code, name, email, timezone, language, organizations, isInactive }: User) {
  return {
    ...{ id: String(id), code, name, ctime: "2019-04-01T00:33:58Z", mtime: "2023-03-31T04:00:15Z", valid: !isInactive },
    ...{ surName: name, givenName: "", surNameReading: "", givenNameReading: "", localName: "", localNameLocale: "ja" },
    ...{ timezone, locale: language, description: "", phone: "", mobilePhone: "090-000-0000", extensionNumber: "" },
    ...{ email, callto: "", url: "", employeeNumber: "", birthDate: "1991-04-17", joinDate: null },
    ...{ primaryOrganization: organizations[0] ?? null, sortOrder: null, customItemValues: [] },
  };
}

function showOrganization({ id, code, name, parentCode }: WithId<Organization>) {
  const described = { localName: "", localNameLocale: "en", parentCode: parentCode ?? null, description: "" };
  return { id: String(id), code, name, ...described };
}

function showGroup({ id, code, name }: WithId<Group>) {
  return { id: String(id), code, name, description: "" };
}

function showTitle({ titles }: User, organization: string) {
  const title = titles[organization];
  return title ? { id: title.code, ...title, description: "" } : null;
}
