import { Hono } from "hono";
import type { Context } from "hono";
import { authenticate } from "../access/authenticate";
import type { Sessions } from "../access/sessions";
import type { Domain } from "../domain/domain";
import type { Organization, User } from "../domain/people";
import { KintoneError, tokenCannotRun, userNotFound } from "../errors";
import { spoilRequest, spoilResponse } from "../faults/spoil";
import { fromQueryString, Parameters } from "./parameters";

/**
 * What cybozu.com tells everybody who is logged in of who belongs where, below `/v1/` and not `/k/v1/` (cybozu.dev, User API:
 * get-users, get-users-groups, get-users-organization, get-organizations; "必要なアクセス権: なし"). Guests cannot be asked about; the code of that
 * refusal is UNCONFIRMED(users-by-guests), as is that a kintone API token is refused: UNCONFIRMED(users-by-token).
 */
export function createUserApi(domain: Domain, sessions: Sessions): Hono {
  const router = new Hono();
  const serve = (path: string, answer: (parameters: Parameters) => unknown) =>
    router.on(["GET", "POST"], `/v1/${path}`, async (context: Context) => {
      // Whether it takes a POST that says GET is UNCONFIRMED(users-by-post): it does not.
      const isPost = context.req.method === "POST";
      if (isPost && !domain.opposites.has("users-by-post")) return context.notFound();
      const effects = domain.faults.on("GET", path);
      const spoiled = await spoilRequest(effects, context, domain, sessions);
      if (spoiled) return spoiled;
      try {
        const isToken = authenticate(context.req.raw.headers, domain, sessions).kind === "token";
        if (isToken && !domain.opposites.has("users-by-token")) throw tokenCannotRun();
        const parameters = new Parameters(
          isPost ? await context.req.json() : fromQueryString(new URL(context.req.url).searchParams),
        );
        return await spoilResponse(effects, context.json(answer(parameters) as object), context);
      } catch (error) {
        if (!(error instanceof KintoneError)) throw error;
        return context.json(error.toJSON("ja", "user-api"), error.status as 400);
      }
    });

  const known = (parameters: Parameters): User => {
    parameters.require("code");
    const code = String(parameters.values.code);
    const user = domain.people.users.get(code);
    if (!user || user.isGuest) throw userNotFound(code);
    return user;
  };
  serve("users.json", ({ values }) => {
    const codes = (values.codes ?? []) as string[];
    const asked = [...domain.people.users.values()].filter(({ code }) => codes.length === 0 || codes.includes(code));
    return {
      users: asked
        .filter(({ isGuest }) => !isGuest)
        .slice(0, 100)
        .map(shownUser),
    };
  });
  serve("user/groups.json", (parameters) => ({
    groups: ["everyone", ...known(parameters).groups].map((code, index) => ({
      ...{ id: String(index + 1), code, name: domain.people.groups.get(code)?.name ?? code, description: "" },
    })),
  }));
  serve("user/organizations.json", (parameters) => ({
    organizationTitles: known(parameters).organizations.map((code) => ({
      organization: shown(domain.people.organizations.get(code)),
      title: null,
    })),
  }));
  serve("organizations.json", ({ values }) => {
    const codes = (values.codes ?? []) as string[];
    const found = [...domain.people.organizations.values()].filter(
      ({ code }) => codes.length === 0 || codes.includes(code),
    );
    return { organizations: found.slice(0, 100).map(shown) };
  });
  return router;
}

/** The part that we have of what kintone tells (cybozu.dev get-users). */
const shownUser = ({ id, code, name, email, timezone, isInactive }: User) => ({
  ...{ id: String(id), code, name, email, timezone },
  valid: !isInactive,
});

function shown(organization: Organization | undefined) {
  if (!organization) return null;
  const { code, name, parentCode = null } = organization;
  return { id: code, code, name, localName: "", localNameLocale: "en", parentCode, description: "" };
}
