import { afterAll, beforeAll } from "vitest";
import type { Source } from "../../src/domain/source";
import type { Connection } from "../../src/kintone/connection/connection";
import { createPasswordConnection } from "../../src/kintone/connection/password-connection";
import { createSessionConnection } from "../../src/kintone/connection/session-connection";
import { createTokenConnection } from "../../src/kintone/connection/token-connection";
import { createRestSource } from "../../src/kintone/reading/rest-source";
import { sessionCookie } from "../emulator/access/sessions";
import type { App } from "../emulator/domain/app";
import { createDomain, type Domain } from "../emulator/domain/domain";
import { type Emulator, startEmulator } from "../emulator/server";

/** Ways to be let in. */
interface Ways<Result> {
  as(username: string): Result;
  withToken(...tokens: string[]): Result;
  /** As from a browser in which the user is logged in. */
  inSessionOf(username: string): Result;
}

/** A local kintone for the tests of one file, and sources that read from it. */
export interface LocalKintone extends Ways<Source> {
  domain: Domain;
  /** What was sent: method, address, and the method that is meant when it is another. */
  sent: string[];
  connection: Ways<Connection>;
}

const userAgent = "test";

/** Its people are "admin" and "sato", who manages no app; both are members of the guest space 3. */
export function localKintone(): LocalKintone {
  const domain = createDomain({ now: () => new Date("2026-11-20T00:00:00Z") });
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  domain.spaces.add({ id: 3, name: "仕入先", isGuest: true, administrators: ["admin"], members: ["sato"] });
  const sent: string[] = [];
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ domain });
  });
  afterAll(() => emulator.close());

  const send =
    (more: Record<string, string> = {}): typeof fetch =>
    (input, init) => {
      const headers = new Headers(init?.headers);
      for (const [name, value] of Object.entries(more)) headers.set(name, value);
      const meant = headers.get("X-HTTP-Method-Override");
      const url = new URL(String(input));
      sent.push(`${init?.method ?? ""}${meant ? ` (${meant})` : ""} ${decodeURIComponent(url.pathname + url.search)}`);
      return fetch(input, { ...init, headers });
    };

  const access = () => ({ baseUrl: emulator.url, userAgent, fetch: send() });
  const connection: Ways<Connection> = {
    as: (username) => createPasswordConnection({ ...access(), username, password: "kintone" }),
    withToken: (...apiTokens) => createTokenConnection({ ...access(), apiTokens }),
    inSessionOf(username) {
      const session = emulator.sessions.login(username, "kintone");
      const cookie = sessionCookie(session).split(";")[0] ?? "";
      return createSessionConnection({
        baseUrl: emulator.url,
        requestToken: () => session?.csrfToken ?? "",
        fetch: send({ cookie }),
      });
    },
  };
  return {
    domain,
    sent,
    connection,
    as: (username) => createRestSource(connection.as(username), { userCode: username }),
    withToken: (...tokens) => createRestSource(connection.withToken(...tokens)),
    inSessionOf: (username) => createRestSource(connection.inSessionOf(username), { userCode: username }),
  };
}

/** Rows of an app's permissions: everybody may read its records, "admin" manages it too. */
export const everybody = { entity: { type: "GROUP", code: "everyone" }, recordViewable: true };
export const manager = { entity: { type: "USER", code: "admin" }, appEditable: true, recordViewable: true };

export function addToken(app: App, token: string, manage: boolean): void {
  app.tokens.push({ token, view: true, add: false, edit: false, delete: false, manage });
}
