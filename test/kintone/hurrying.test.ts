import { expect, it } from "vitest";
import { BackupError } from "../../src/engine/errors";
import type { Connection } from "../../src/kintone/connection";
import { hurrying } from "../../src/kintone/hurrying";
import { createServerClock } from "../../src/kintone/server-clock";

const request = { method: "GET", path: "records" } as const;

/** A connection that answers through `answer`, and counts. */
function answering(answer: (signal?: AbortSignal) => Promise<unknown>) {
  let asked = 0;
  const json = (async ({ signal }) => {
    asked += 1;
    return answer(signal);
  }) as Connection["json"];
  const connection = { json } as Connection;
  return { connection, asked: () => asked };
}

it("breaks patience off when the signal comes, and tries once more", async () => {
  const hurry = new AbortController();
  const patient = answering(
    (signal) =>
      new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(new BackupError("CANCELLED", "broken off")));
      }),
  );
  const once = answering(async () => "done");
  const answer = hurrying(patient.connection, once.connection, hurry.signal).json(request);
  hurry.abort();
  expect(await answer).toBe("done");
  expect([patient.asked(), once.asked()]).toEqual([1, 1]);
});

it("asks once, without patience, after the signal, and passes a refusal on", async () => {
  const patient = answering(async () => "patient");
  const once = answering(async () => Promise.reject(new BackupError("UNAVAILABLE", "503", { retryable: true })));
  const connection = hurrying(patient.connection, once.connection, AbortSignal.abort());
  await expect(connection.json(request)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect([patient.asked(), once.asked()]).toEqual([0, 1]);
});

it("tells kintone's time once kintone has answered", async () => {
  const theirs = new Date("2031-05-06T07:08:09Z");
  const { fetch, clock } = createServerClock(async () => new Response("", { headers: { Date: theirs.toUTCString() } }));
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1000);
  await fetch("http://localhost/");
  expect(Math.abs(clock.now().getTime() - theirs.getTime())).toBeLessThan(1000);
});
