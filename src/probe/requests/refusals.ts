import { asAssumedIf, type Finding, refusedAs, toldOf, unknown } from "../finding";
import type { ReadingPlace } from "./reading-place";

/** Above all that there are. */
const NO_SPACE = "2000000000";
/** The id of the first guest space, or of none. */
const SOME_GUEST_SPACE = "1";

export async function spaceNotFound({ exchange, logIn }: ReadingPlace): Promise<Finding> {
  if (logIn === "tokens") return unknown("other-log-in");
  const heard = await exchange({ method: "GET", path: "space", query: { id: NO_SPACE } });
  return asAssumedIf(heard.code === "GAIA_SP01", toldOf(heard));
}

export async function notInGuestSpace({ exchange, app }: ReadingPlace): Promise<Finding> {
  if (!app || app.guestSpaceId) return unknown("no-app");
  const asked = { method: "GET", path: "records", guestSpaceId: SOME_GUEST_SPACE, query: { app: app.appId } } as const;
  return refusedAs(400, "GAIA_IL25", await exchange(asked));
}

/** Of a field that every app has, whose code is in the language of who made the app. */
export async function unknownFunction({ exchange, app }: ReadingPlace): Promise<Finding> {
  if (!app) return unknown("no-app");
  const { appId, guestSpaceId } = app;
  const form = await exchange({ method: "GET", path: "app/form/fields", guestSpaceId, query: { app: appId } });
  const { properties = {} } = (form.body ?? {}) as { properties?: Record<string, { type: string; code: string }> };
  const field = Object.values(properties).find(({ type }) => type === "CREATED_TIME");
  if (!field) return unknown("refused", toldOf(form));
  const query = { app: appId, query: `${field.code} = LOGINUSER()` };
  return refusedAs(400, "CB_VA01", await exchange({ method: "GET", path: "records", guestSpaceId, query }));
}

/** In a session the lack of a token would be refused alike. */
export async function illegalRequest(place: ReadingPlace): Promise<Finding> {
  if (place.logIn === "session") return unknown("command");
  return refusedAs(400, "CB_IL02", await bodyInstead(place, "{}", { "Content-Type": "text/plain" }));
}

export async function brokenJson(place: ReadingPlace): Promise<Finding> {
  if (place.logIn === "session") return unknown("command");
  return refusedAs(400, "CB_IJ01", await bodyInstead(place, "{"));
}

function bodyInstead({ exchange, app }: ReadingPlace, body: string, headers: Record<string, string> = {}) {
  return exchange({ method: "GET", path: "records", saysGet: true, guestSpaceId: app?.guestSpaceId, body, headers });
}
