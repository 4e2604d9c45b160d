import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { EXIT } from "../../../src/command/exit";
import type { Credentials } from "../../../src/command/credentials";
import type { ProbeOrder } from "../../../src/command/probe-order";
import { probeOnNode } from "../../../src/entries/command/probe";
import { OF_REQUESTS } from "../../../src/probe/assumptions/of-requests";
import type { ProbeReport } from "../../../src/probe/report";
import { type Domain, createDomain } from "../../emulator/domain/domain";
import type { Opposite } from "../../emulator/domain/opposites";
import { type Emulator, startEmulator } from "../../emulator/server";
import { endOf, unattended } from "./unattended";

const TOKEN = "probe-token-of-forty-characters-0000000x";
const USER = "probing.user";
const PASSWORD = "hunter2-secret";
const asAdmin = { username: USER, password: PASSWORD };
const byToken = { apiTokens: [TOKEN] };

/** A kintone in which each trial finds what it needs. */
function kintoneWithFile(): Domain {
  const domain = createDomain();
  domain.people.addUser({ code: USER, name: "秘密の氏名", password: PASSWORD, systemAdministrator: true });
  const app = domain.addApp({
    ...{ id: 7, name: "秘密の名前", creator: USER },
    properties: { 添付: { type: "FILE", code: "添付", label: "添付" } },
  });
  const bytes = new TextEncoder().encode("秘密の内容");
  const fileKey = domain.files.store({ name: "秘密.txt", contentType: "text/plain", bytes });
  app.addRecord({ 添付: { value: [{ fileKey }] } });
  app.tokens.push({ token: TOKEN, view: true, add: false, edit: false, delete: false, manage: false });
  return domain;
}

interface Stage {
  emulator: Emulator;
  probed(credentials?: Credentials, order?: Partial<ProbeOrder>): Promise<ProbeReport>;
}

async function withKintone<T>(domain: Domain, work: (stage: Stage) => Promise<T>): Promise<T> {
  const emulator = await startEmulator({ domain });
  const order = { kind: "probe", baseUrl: emulator.url, write: false, format: "json", language: "en" } as const;
  const outputs = { progressLine: () => ({ report: () => undefined, end: () => undefined }) };
  try {
    return await work({
      emulator,
      async probed(credentials = asAdmin, more = {}) {
        const checked = await probeOnNode({ ...order, ...more }, credentials, { pluginVersion: "1.2.3", outputs });
        return JSON.parse("report" in checked ? checked.report : "{}") as ProbeReport;
      },
    });
  } finally {
    await emulator.close();
  }
}

const verdicts = ({ rows }: ProbeReport) => Object.fromEntries(rows.map(({ id, verdict }) => [id, verdict]));
const changed = (before: ProbeReport, after: ProbeReport) =>
  after.rows.filter(({ id, verdict }) => verdicts(before)[id] !== verdict).map(({ id, verdict }) => [id, verdict]);

describe("a kintone that is as it is assumed", () => {
  it("shows nothing otherwise, with a row for each assumption, and no request that writes", async () => {
    const domain = kintoneWithFile();
    await withKintone(domain, async ({ probed }) => {
      const writes = watchWrites(domain);
      const report = await probed();
      const tried = report.rows.filter(({ reason }) => !["page", "writing", "by-hand"].includes(reason ?? ""));
      expect(tried.map(({ id }) => id)).toEqual(OF_REQUESTS.map(({ id }) => id));
      expect(
        tried.filter(({ verdict }) => verdict !== "as-assumed").map(({ id, found, reason }) => [id, found, reason]),
      ).toEqual([
        ["token-cannot-run", "", "other-log-in"],
        ["users-by-token", "", "other-log-in"],
      ]);
      expect(writes()).toBe(0);
      expect(JSON.stringify(report)).not.toMatch(new RegExp(`秘密|${USER}|${PASSWORD}|localhost`));
    });
  });

  it("is asked by an API token for the rest", async () => {
    await withKintone(kintoneWithFile(), async ({ probed }) => {
      const report = await probed(byToken, { app: { appId: "7" } });
      expect(verdicts(report)).toMatchObject({ "token-cannot-run": "as-assumed", "users-by-token": "as-assumed" });
      expect(report.rows.filter(({ verdict }) => verdict === "otherwise")).toEqual([]);
    });
  });
});

/** Counts requests that mean to write, whatever they are sent as. */
function watchWrites({ faults }: Domain): () => number {
  for (const method of ["POST", "PUT", "DELETE"]) {
    faults.add({ when: { method }, do: { kind: "latency", milliseconds: 0 } });
  }
  return () => faults.list().reduce((sum, { seen }) => sum + seen, 0);
}

/** Each turns one assumption into its opposite. */
const OPPOSITES: ReadonlyArray<[id: string, turn: (domain: Domain) => void, logIn?: Credentials]> = [
  ["concurrency-headers", opposite("concurrency-headers")],
  ["post-that-says-get", opposite("post-that-says-get")],
  ["files-by-post", opposite("files-by-post")],
  ["users-by-post", opposite("users-by-post")],
  ["lab-endpoint-off", answered("app/categories.json", 500)],
  ["lab-endpoint-off", answered("app/categories.json", 400, "CB_IL02")],
  ["file-headers", opposite("file-headers")],
  ["file-ranges", opposite("file-ranges")],
  ["space-not-found", otherCode("GAIA_SP01")],
  ["not-in-guest-space", otherCode("GAIA_IL25")],
  ["unknown-function", otherCode("CB_VA01")],
  ["illegal-request", otherCode("CB_IL02")],
  ["broken-json", otherCode("CB_IJ01")],
  ["password-before-token", opposite("password-before-token")],
  ["token-cannot-run", otherCode("GAIA_NO01"), byToken],
  ["users-by-token", opposite("users-by-token"), byToken],
];

/** What cannot be told any more: kintone takes a POST that says GET for what it asks for, or for nothing. */
const LOST_WITH: Readonly<Record<string, readonly string[]>> = {
  "post-that-says-get": ["illegal-request", "broken-json"],
};

describe("a kintone in which one thing is otherwise", () => {
  it("is there for each assumption that requests can try", () => {
    expect([...new Set(OPPOSITES.map(([id]) => id))]).toEqual(OF_REQUESTS.map(({ id }) => id));
  });

  it.each(OPPOSITES)("shows in the very row of %s", async (id, turn, logIn = asAdmin) => {
    const asAssumed = await withKintone(kintoneWithFile(), ({ probed }) => probed(logIn));
    const domain = kintoneWithFile();
    turn(domain);
    const otherwise = await withKintone(domain, ({ probed }) => probed(logIn));
    expect(changed(asAssumed, otherwise).filter(([row]) => !LOST_WITH[id]?.includes(row!))).toEqual([
      [id, "otherwise"],
    ]);
  });
});

function opposite(id: Opposite) {
  return ({ opposites }: Domain) => void opposites.add(id);
}

/** The same refusal, with a status and a code that nobody has heard of. */
function otherCode(code: string) {
  return ({ otherAnswers }: Domain) => void otherAnswers.set(code, { status: 422, code: "GAIA_XX99" });
}

function answered(path: string, status: number, code = "GAIA_ZZ99") {
  const body = JSON.stringify({ code, id: "x", message: "秘密" });
  return ({ faults }: Domain) =>
    void faults.add({ when: { path }, do: { kind: "answer", status, contentType: "application/json", body } });
}

describe("with --write", () => {
  it("names the app that it made, and tries everything but what a page or people can", async () => {
    await withKintone(kintoneWithFile(), async ({ emulator, probed }) => {
      const report = await probed(asAdmin, { write: true });
      const made = emulator.domain.apps.get(Number(report.scratchApp!.appId));
      expect(made!.settings.general.name).toBe(report.scratchApp!.name);
      const untried = new Set(report.rows.filter(({ verdict }) => verdict === "unknown").map(({ reason }) => reason));
      expect(untried).toEqual(new Set(["page", "by-hand", "other-log-in"]));
      expect(report.rows.filter(({ verdict }) => verdict === "otherwise")).toEqual([]);
    });
  });

  it("is not begun with an API token, which makes no apps", async () => {
    const domain = kintoneWithFile();
    await withKintone(domain, async ({ probed }) => {
      const writes = watchWrites(domain);
      expect(await probed(byToken, { write: true, app: { appId: "7" } })).toEqual({});
      expect(writes()).toBe(0);
    });
  });
});

describe("the command", () => {
  const command = unattended();
  const probeOf = (...more: string[]) => endOf(command.start(["probe", ...more, "--lang", "en"]));

  it("ends with 0 where nothing is otherwise, with 1 where something is, and with 2 where it cannot find out", async () => {
    const file = JSON.parse(await readFile(await command.settingsFile("backups"), "utf8")) as { baseUrl: string };
    const fine = await probeOf("--base-url", file.baseUrl);
    expect([fine.code, fine.err, fine.out]).toEqual([
      EXIT.success,
      expect.any(String),
      expect.stringContaining("As assumed"),
    ]);
    command.domain.opposites.add("concurrency-headers");
    const otherwise = await probeOf("--base-url", file.baseUrl, "--format", "markdown");
    command.domain.opposites.clear();
    expect([otherwise.code, otherwise.out]).toEqual([
      EXIT.incomplete,
      expect.stringMatching(/^\| concurrency-headers \| otherwise \|/m),
    ]);
    const nobody = await endOf(
      command.start(["probe", "--base-url", file.baseUrl], { env: { KINTONE_PASSWORD: "wrong-secret" } }),
    );
    expect([nobody.code, nobody.out]).toEqual([EXIT.unusable, ""]);
    expect(nobody.err).not.toContain("wrong-secret");
    const unreached = await probeOf("--base-url", "http://localhost:9");
    expect([unreached.code, unreached.out]).toEqual([EXIT.unusable, ""]);
    const misused = await probeOf("--base-url", "https://someone:pass-word@example.cybozu.com");
    expect([misused.code, misused.err]).toEqual([EXIT.unusable, expect.not.stringContaining("pass-word")]);
  });
});
