import { illegalRequest, notLoggedIn, passwordRefused, tokenMismatch } from "../errors/requests";
import type { Domain } from "../domain/domain";
import type { Caller } from "./caller";
import type { Sessions } from "./sessions";

/**
 * Who calls: a password counts before a token, a token before the session cookie (order: @kintone/cli README; the
 * password's precedence on the wire is UNCONFIRMED(password-before-token)).
 * @throws CB_WA01, GAIA_IA02, CB_AU01, CB_IL02
 */
export function authenticate(headers: Headers, domain: Domain, sessions: Sessions): Caller {
  const password = headers.get("x-cybozu-authorization");
  const tokens = headers.get("x-cybozu-api-token");
  const isPasswordFirst = tokens === null || !domain.opposites.has("password-before-token");
  if (password !== null && isPasswordFirst) return byPassword(password, domain);
  if (tokens !== null) return byTokens(tokens, domain);
  const session = sessions.of(headers);
  if (!session) throw notLoggedIn();
  if (!headers.get("x-requested-with")) throw illegalRequest();
  return { kind: "session", user: session.user };
}

function byPassword(encoded: string, domain: Domain): Caller {
  const [, code = "", password = ""] =
    /^([^:]*):([\s\S]*)$/.exec(Buffer.from(encoded, "base64").toString("utf8")) ?? [];
  const user = domain.people.users.get(code);
  if (!user || user.isInactive || user.password !== password) throw passwordRefused();
  return { kind: "password", user };
}

/** At most nine tokens in one request (cybozu.dev authentication). */
function byTokens(header: string, domain: Domain): Caller {
  const given = header.split(",").map((token) => token.trim());
  if (given.length > 9) throw illegalRequest();
  const tokens = given.flatMap((text) =>
    [...domain.apps.values()].flatMap((app) =>
      app.tokens.filter(({ token }) => token === text).map((token) => ({ app, token })),
    ),
  );
  if (tokens.length === 0) throw tokenMismatch();
  return { kind: "token", tokens };
}
