import { asAssumedIf, type Finding, refusedAs, toldOf, unknown } from "../finding";
import type { ReadingPlace } from "./reading-place";

/** Of no app: API tokens have 40 characters. */
const NOBODYS_TOKEN = "0".repeat(40);

export async function passwordBeforeToken({ exchange, logIn }: ReadingPlace): Promise<Finding> {
  if (logIn !== "password") return unknown(logIn === "session" ? "command" : "other-log-in");
  const headers = { "X-Cybozu-API-Token": NOBODYS_TOKEN };
  const heard = await exchange({ method: "GET", path: "apps", query: { limit: 1 }, headers });
  return asAssumedIf(heard.status === 200, toldOf(heard));
}

/** Rights to records can be asked about by users alone (cybozu.dev, evaluate-record-permissions). */
export async function tokenCannotRun({ exchange, logIn, app }: ReadingPlace): Promise<Finding> {
  if (logIn !== "tokens") return unknown(logIn === "session" ? "command" : "other-log-in");
  if (!app) return unknown("no-app");
  const { appId, guestSpaceId } = app;
  const asked = {
    method: "GET",
    path: "records/acl/evaluate",
    guestSpaceId,
    query: { app: appId, ids: ["1"] },
  } as const;
  return refusedAs(403, "GAIA_NO01", await exchange(asked));
}

export async function usersByToken({ exchange, logIn }: ReadingPlace): Promise<Finding> {
  if (logIn !== "tokens") return unknown(logIn === "session" ? "command" : "other-log-in");
  const heard = await exchange({ method: "GET", path: "users", ofUsers: true, query: { size: 1 } });
  return asAssumedIf(heard.status !== 200, toldOf(heard));
}
