import { expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import type { Connection } from "../../../src/kintone/connection/connection";
import { hurrying } from "../../../src/kintone/connection/hurrying";
import { createServerClock } from "../../../src/kintone/connection/server-clock";

const request = { method: "GET", path: "records" } as const;
const adding = { method: "POST", path: "records" } as const;

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

it("breaks patience off when the signal comes, and asks anew in a hurry", async () => {
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

it("lets what must not be done twice come to its end, and no longer than it waits for anything", async () => {
  const hurry = new AbortController();
  let finish: (answer: unknown) => void = () => undefined;
  const patient = answering(
    (signal) =>
      new Promise((resolve, reject) => {
        finish = resolve;
        signal?.addEventListener("abort", () => reject(new BackupError("CANCELLED", "broken off")));
      }),
  );
  const hurried = answering(async () => "done twice");
  const connection = hurrying(patient.connection, hurried.connection, hurry.signal, 60);
  const [first, second] = [connection.json(adding), connection.json(adding)];
  const finishSecond = finish;
  hurry.abort();
  finishSecond("done");
  expect(await second).toBe("done");
  await expect(first).rejects.toMatchObject({ code: "NETWORK" });
  expect([patient.asked(), hurried.asked()]).toEqual([2, 0]);
});

it("asks in a hurry alone after the signal, and passes a failure on", async () => {
  const patient = answering(async () => "patient");
  const once = answering(async () => Promise.reject(new BackupError("UNAVAILABLE", "503", { retryable: true })));
  const connection = hurrying(patient.connection, once.connection, AbortSignal.abort());
  await expect(connection.json(request)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect([patient.asked(), once.asked()]).toEqual([0, 1]);
});

it("gives up in time, and says that kintone did not answer: the end of a run is not what was cancelled", async () => {
  const hurry = new AbortController();
  const silent = answering(
    (signal) =>
      new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(new BackupError("CANCELLED", "broken off")));
      }),
  );
  const connection = hurrying(silent.connection, silent.connection, hurry.signal, 60);
  const early = connection.json(request);
  hurry.abort();
  const started = performance.now();
  await expect(early).rejects.toMatchObject({ code: "NETWORK", retryable: true });
  await expect(connection.json(request)).rejects.toMatchObject({ code: "NETWORK" });
  expect(performance.now() - started).toBeLessThan(1000);
  // The patient one, the hurried one, and after the time nothing is sent any more.
  expect(silent.asked()).toBe(2);
});

it("passes on what kintone refuses, and what it answers, as long as there is time", async () => {
  const refusing = answering(async () => Promise.reject(new BackupError("NO_PERMISSION", "403")));
  const connection = hurrying(refusing.connection, refusing.connection, AbortSignal.abort(), 10_000);
  await expect(connection.json(request)).rejects.toMatchObject({ code: "NO_PERMISSION" });
});

it("tells kintone's time once kintone has answered", async () => {
  const theirs = new Date("2031-05-06T07:08:09Z");
  const { fetch, clock } = createServerClock(async () => new Response("", { headers: { Date: theirs.toUTCString() } }));
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1000);
  await fetch("http://localhost/");
  expect(Math.abs(clock.now().getTime() - theirs.getTime())).toBeLessThan(1000);
});
