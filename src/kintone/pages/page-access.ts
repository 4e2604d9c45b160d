import type { AppRef } from "../../domain/target";
import type { Connection } from "../connection/connection";
import type { RetryLimits } from "../connection/retrying";
import { createSessionConnection } from "../connection/session-connection";

/** kintone writes the guest space of the page into the URLs that it makes for it (cybozu.dev, `kintone.api.url`). */
export function guestSpaceOfPage(): string | undefined {
  return /\/k\/guest\/(\d+)\//.exec(kintone.api.url("/k/v1/records", true))?.[1];
}

/** The app of the page, as requests name it. */
export function appOfPage(): AppRef {
  const guestSpaceId = guestSpaceOfPage();
  return { appId: String(kintone.app.getId()), ...(guestSpaceId && { guestSpaceId }) };
}

/** Access as the user who is logged in, with the session as it is at each request. */
export function sessionOfPage(): Connection {
  return createSessionConnection({ baseUrl: location.origin, requestToken: () => kintone.getRequestToken() });
}

/** Somebody is looking at the page: they get an answer before they give up waiting for one. */
export const LOOKED_ON: Partial<RetryLimits> = { retries: 2, maxRetryTime: 20_000 };
