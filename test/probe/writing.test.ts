import { beforeAll, describe, expect, it } from "vitest";
import { createExchange } from "../../src/kintone/connection/exchange";
import { passwordAccess } from "../../src/kintone/connection/password-connection";
import type { OfWriting } from "../../src/probe/assumptions";
import { OF_WRITING } from "../../src/probe/assumptions/of-writing";
import { type ProbeRow, bound, probe } from "../../src/probe/probe";
import { makeScratchApp } from "../../src/probe/writing/scratch-app";
import { WRITING_TRIALS } from "../../src/probe/writing/trials";
import { type Domain, createDomain } from "../emulator/domain/domain";
import type { Opposite } from "../emulator/domain/opposites";
import { startEmulator } from "../emulator/server";

const USER = { username: "probing.user", password: "hunter2-secret" };

interface Probed {
  domain: Domain;
  rows: readonly ProbeRow[];
  verdictOf: (id: string) => string;
}

/** All trials that write, in a new kintone. */
async function probed(turns: ReadonlyArray<(domain: Domain) => void>, options = {}): Promise<Probed> {
  const domain = createDomain(options);
  domain.people.addUser({
    ...{ code: USER.username, name: "秘密の氏名", password: USER.password },
    systemAdministrator: true,
  });
  for (const turn of turns) turn(domain);
  const emulator = await startEmulator({ domain });
  const exchange = createExchange(passwordAccess({ baseUrl: emulator.url, ...USER, userAgent: "test" }));
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
  try {
    const scratch = makeScratchApp({ exchange, userCode: USER.username, at: "2026-11-30T00:00:00Z", pause });
    const all = await probe(bound(WRITING_TRIALS, scratch), () => undefined);
    const rows = OF_WRITING.map(({ id }) => all.find((row) => row.id === id)!);
    return { domain, rows, verdictOf: (id) => rows.find((row) => row.id === id)!.verdict };
  } finally {
    await emulator.close();
  }
}

const opposite =
  (id: Opposite) =>
  ({ opposites }: Domain) =>
    void opposites.add(id);
const otherCode =
  (code: string) =>
  ({ otherAnswers }: Domain) =>
    void otherAnswers.set(code, { status: 422, code: "GAIA_XX99" });
const answered =
  (method: string, path: string, status: number, answer: object) =>
  ({ faults }: Domain) =>
    void faults.add({
      when: { method, path },
      do: { kind: "answer", status, contentType: "application/json", body: JSON.stringify(answer) },
    });
const refusal = { code: "CB_VA01", id: "x", message: "秘密" };

/** Each turns one assumption into its opposite. */
const OPPOSITES: Record<Exclude<OfWriting, "system-times" | "ambiguous-lookup">, (domain: Domain) => void> = {
  "automatic-title": opposite("automatic-title"),
  "first-notifications": answered("GET", "preview/app/notifications/general.json", 200, { notifications: [] }),
  "markup-references": opposite("markup-references"),
  "being-deployed": otherCode("GAIA_AP15"),
  "revisions-of-both-environments": answered("GET", "app/settings.json", 200, { revision: "4711" }),
  "number-of-reminders": answered("PUT", "preview/app/notifications/reminder.json", 400, refusal),
  "one-upload-in-many-places": answered("PUT", "preview/app/customize.json", 400, refusal),
  "default-time-with-seconds": opposite("default-time-with-seconds"),
  "default-moment-without-zone": opposite("default-moment-without-zone"),
  "default-where-right-lacks": opposite("default-where-right-lacks"),
  "field-not-editable": otherCode("GAIA_FU01"),
  "update-key-not-found": otherCode("GAIA_RE20"),
  "group-not-found": otherCode("GAIA_IL27"),
  "comments-off": otherCode("GAIA_RE12"),
  "active-content": opposite("active-content"),
  "renames-in-formulas": opposite("renames-in-formulas"),
  "record-number-when-added": opposite("record-number-when-added"),
  "creator-who-is-gone": otherCode("GAIA_IL26"),
  "created-time-of-upsert": opposite("created-time-of-upsert"),
  "cells-left-out-of-table": opposite("cells-left-out-of-table"),
  "field-into-live-table": opposite("field-into-live-table"),
  "ids-never-reused": opposite("ids-never-reused"),
  "swapped-unique-values": opposite("swapped-unique-values"),
  "view-of-assigned": opposite("view-of-assigned"),
  "builtin-view-stays": otherCode("GAIA_IL44"),
  "text-for-assignees": opposite("text-for-assignees"),
  "state-touches-modifier": opposite("state-touches-modifier"),
  "state-after-process": opposite("state-after-process"),
  "view-without-process": opposite("view-without-process"),
};
const IDS = Object.keys(OPPOSITES);
const BITS = 5;

/** Half of the opposites, by one bit of their place in the list. */
const halfOf = (bit: number, value: 0 | 1) => IDS.filter((_, index) => ((index >> bit) & 1) === value);
const HALVES = Array.from({ length: BITS }, (_, bit) => [halfOf(bit, 1), halfOf(bit, 0)]).flat();

/** Each run waits for updates of apps most of the time, so they wait together. */
const startAll = async () => {
  const [asAssumed, timeless, ambiguous, refused, ...halves] = await Promise.all([
    probed([]),
    probed([opposite("system-times")]),
    probed([], { deploysAmbiguousLookups: true }),
    probed([answered("POST", "preview/app.json", 403, { ...refusal, code: "CB_NO02" })]),
    ...HALVES.map((ids) => probed(ids.map((id) => OPPOSITES[id as keyof typeof OPPOSITES]))),
  ]);
  return { asAssumed, timeless, ambiguous, refused, halves };
};

describe("an app that is made for trying", () => {
  let all: Awaited<ReturnType<typeof startAll>>;
  beforeAll(async () => {
    all = await startAll();
  });
  const changedIn = ({ rows }: Probed) =>
    rows.filter(({ id, verdict }) => verdict !== all.asAssumed.verdictOf(id)).map(({ id, verdict }) => [id, verdict]);

  it("shows nothing otherwise in a kintone that is as it is assumed, without a name or a secret", () => {
    const { rows } = all.asAssumed;
    const notSo = rows.filter(({ verdict }) => verdict !== "as-assumed");
    expect(notSo.map(({ id, verdict, reason, found }) => [id, verdict, reason, found])).toEqual([]);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`秘密|${USER.username}|${USER.password}`));
  });

  it("is the only one, and says of itself that it can be deleted", () => {
    const names = [...all.asAssumed.domain.apps.values()].map(({ settings }) => settings.general.name);
    expect(names).toEqual(["kintone-backup probe 2026-11-30 (can be deleted)"]);
  });

  it("notifies nobody by reminders, and has a form again that fits its formulas", () => {
    const [app] = [...all.asAssumed.domain.apps.values()];
    expect(app!.live!.reminderNotifications.notifications).toEqual([]);
    expect(Object.keys(app!.live!.properties)).toContain("number");
  });

  /**
   * A run for each would take minutes. Half of the opposites are turned on at a time, so that any two of them are told apart by some run: a
   * row that followed another's opposite would be otherwise in a run without its own.
   */
  it("shows each opposite in its own row, and in no other", () => {
    expect(2 ** BITS).toBeGreaterThanOrEqual(IDS.length);
    all.halves.forEach(({ rows }, index) => {
      const otherwise = rows.filter(({ verdict }) => verdict === "otherwise").map(({ id }) => id);
      const unknown = rows.filter(({ verdict }) => verdict === "unknown").map(({ id, found }) => [id, found]);
      expect([otherwise, unknown]).toEqual([HALVES[index], []]);
      expect(JSON.stringify(rows)).not.toContain("秘密");
    });
  });

  it("shows what cannot be told where times cannot be set", () => {
    expect(changedIn(all.timeless)).toEqual([
      ["system-times", "otherwise"],
      ["created-time-of-upsert", "otherwise"],
      ["state-touches-modifier", "unknown"],
    ]);
  });

  it("shows a lookup by an ambiguous key that goes live", () => {
    expect(changedIn(all.ambiguous)).toEqual([["ambiguous-lookup", "otherwise"]]);
    const row = all.ambiguous.rows.find(({ id }) => id === "ambiguous-lookup");
    expect(row!.found).toBe("at the update: 200, when written: 400 GAIA_LO03");
  });

  it("says in each row why, where no app can be made", () => {
    const told = all.refused.rows.map(({ verdict, reason, found }) => [verdict, reason, found].join());
    expect(new Set(told)).toEqual(new Set(["unknown,refused,app: 403 CB_NO02"]));
  });
});
