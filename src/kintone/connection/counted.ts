import { type RequestCount, dayOf } from "../../domain/requests";
import type { ApiRequest, Connection } from "./connection";

interface Counted extends RequestCount {
  connection: Connection;
}

/** Whose daily requests kintone counts it for: an app's, or nobody's. */
export function appOf({ app, path, query, body }: ApiRequest): string | undefined {
  const named = app ?? query?.app ?? (path === "app" ? query?.id : (body as { app?: unknown } | undefined)?.app);
  return named === undefined ? undefined : String(named);
}

/**
 * Counts every request that goes out.
 *
 * @param now kintone's time
 */
export function counted(connection: Connection, now = () => new Date()): Counted {
  let requests = 0;
  const ofApps = new Map<string, number>();
  let today = { day: dayOf(now()), ofApps: new Map<string, number>() };
  const ofToday = () => {
    const day = dayOf(now());
    if (day !== today.day) today = { day, ofApps: new Map() };
    return today.ofApps;
  };
  const count = (request: ApiRequest) => {
    requests += 1;
    const appId = appOf(request);
    if (appId === undefined) return;
    for (const counts of [ofApps, ofToday()]) counts.set(appId, (counts.get(appId) ?? 0) + 1);
  };
  return {
    requests: () => requests,
    requestsOf: (appId) => ofApps.get(appId) ?? 0,
    requestsToday: (appId) => ofToday().get(appId) ?? 0,
    today: () => dayOf(now()),
    connection: {
      json(request) {
        count(request);
        return connection.json(request);
      },
      stream(request) {
        count(request);
        return connection.stream(request);
      },
      upload(file) {
        requests += 1;
        return connection.upload(file);
      },
    },
  };
}
