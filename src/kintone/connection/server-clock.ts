import type { Clock } from "../../domain/clock";

/**
 * kintone's time, from the `Date` header of its answers: a PC's own clock may be wrong by more than the quarter of an hour
 * after which a silent run counts as dead. Until the first answer it is the PC's.
 *
 * @param send the `fetch` whose answers are looked at; use the returned one in its place
 */
export function createServerClock(send: typeof fetch = (input, init) => fetch(input, init)): {
  fetch: typeof fetch;
  clock: Clock;
} {
  let ahead = 0;
  return {
    async fetch(input, init) {
      const response = await send(input, init);
      const theirs = Date.parse(response.headers.get("Date") ?? "");
      if (!Number.isNaN(theirs)) ahead = theirs - Date.now();
      return response;
    },
    clock: { now: () => new Date(Date.now() + ahead) },
  };
}
