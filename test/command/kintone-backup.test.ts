import { describe, expect, it } from "vitest";
import type { Command } from "../../src/command/arguments";
import { EXIT } from "../../src/command/exit";
import type { CommandHost } from "../../src/command/host";
import { kintoneBackup } from "../../src/command/kintone-backup";
import { BackupError } from "../../src/domain/errors";
import type { RunOutcome } from "../../src/domain/outcome";

const FILE = { baseUrl: "https://example.cybozu.com", app: "7", folder: "backups" };
const SECRET = "hunter2-secret";

/** A machine whose run ends with `status`, and everything that it was told and printed. */
function createHost(changes: Partial<CommandHost> = {}, status: RunOutcome["status"] = "success") {
  const places: RunOutcome["places"] = [{ name: "folder", kind: "folder", state: "saved" }];
  const said: string[] = [];
  const runs: unknown[] = [];
  const host: CommandHost = {
    environment: { KINTONE_USERNAME: "sato", KINTONE_PASSWORD: SECRET },
    version: "1.2.3",
    readFile: async () => JSON.stringify(FILE),
    wholePath: (path) => path.replace(/^~/, "/home/sato"),
    async run(file, credentials) {
      runs.push({ file, credentials });
      return { status, historyRecordId: "1", problems: [] as RunOutcome["problems"], places } as RunOutcome;
    },
    deliver: async () => ({ sound: true, report: "delivered" }),
    testPlaces: async (file) => ({ sound: true, report: file.places.map(({ name }) => name).join() }),
    verify: async () => ({ sound: true, report: "report" }),
    decrypt: async () => ({ sound: true, report: "decrypted" }),
    proveKey: async () => ({ sound: true, report: "proven" }),
    checkHistory: async () => ({ sound: true, report: "history" }),
    compare: async () => ({ sound: true, report: "comparison" }),
    compareSettings: async () => ({ code: 0, report: "settings" }),
    rehearse: async () => ({ sound: true, report: "rehearsal" }),
    restore: async () => ({ code: 0, report: "restore" }),
    rebuild: async () => ({ code: 0, report: "rebuild" }),
    drill: async () => ({ code: 0, report: "drill" }),
    prune: async () => ({ code: 0, report: "prune" }),
    hold: async () => ({ code: 0, report: "hold" }),
    probe: async () => ({ sound: true, report: "probe" }),
    print: (text) => said.push(text),
    tell: (text) => said.push(text),
    report: () => undefined,
    describeOutcome: (outcome) => `outcome ${outcome.status}`,
    describeSettingsProblem: ({ field, reason }) => `${field}: ${reason}`,
    describeFailure: (thrown) => `failure ${String(thrown)}`,
    ...changes,
  };
  return { host, said, runs };
}

const run = {
  kind: "run",
  file: "a.json",
  language: "ja",
  resume: false,
  refuseWithoutRoom: false,
  overBudget: "stop",
} as const;

describe("the kintone-backup command", () => {
  it("runs with the file's settings and the environment's log-in, and ends with 0 for a success", async () => {
    const { host, said, runs } = createHost();
    expect(await kintoneBackup(run, host)).toBe(EXIT.success);
    expect(runs).toEqual([
      {
        file: expect.objectContaining({ ...FILE, settings: expect.objectContaining({ filePrefix: "kintone-backup" }) }),
        credentials: { username: "sato", password: SECRET },
      },
    ]);
    expect(said).toEqual(["outcome success"]);
  });

  it.each(["partial", "failed", "cancelled"] as const)("ends with 1 for a run that is %s", async (status) => {
    expect(await kintoneBackup(run, createHost({}, status).host)).toBe(EXIT.incomplete);
  });

  it("ends with 1 for a success that is missing from a place", async () => {
    const places = [{ name: "box", kind: "rclone", state: "not_saved" }];
    const scattered = async () =>
      ({ status: "success", historyRecordId: "1", problems: [], places }) as unknown as RunOutcome;
    expect(await kintoneBackup(run, createHost({ run: scattered }).host)).toBe(EXIT.incomplete);
  });

  it("ends with 1 for a success that the history does not tell of", async () => {
    const unremembered = async () => ({ status: "success", problems: [], places: [] }) as unknown as RunOutcome;
    expect(await kintoneBackup(run, createHost({ run: unremembered }).host)).toBe(EXIT.incomplete);
  });

  it("ends with 2 for a run that its history refused: nothing was read, and only another right helps", async () => {
    const error = new BackupError("HISTORY_REFUSED", "no right to add");
    const refused = async () => ({ status: "failed", problems: [{ step: "history", error }] }) as unknown as RunOutcome;
    const { host, said } = createHost({ run: refused });
    expect([await kintoneBackup(run, host), said]).toEqual([EXIT.unusable, ["outcome failed"]]);
  });

  it("takes API tokens when there is no user", async () => {
    const { host, runs } = createHost({ environment: { KINTONE_API_TOKEN: "one, two" } });
    await kintoneBackup(run, host);
    expect(runs).toMatchObject([{ credentials: { apiTokens: ["one", "two"] } }]);
  });

  it("does not run without a log-in", async () => {
    const { host, said, runs } = createHost({ environment: {} });
    expect(await kintoneBackup(run, host)).toBe(EXIT.unusable);
    expect([runs, said.join()]).toEqual([[], expect.stringContaining("KINTONE_USERNAME")]);
  });

  it("does not run with a file that is wrong, and names what is wrong in it", async () => {
    const { host, said, runs } = createHost({ readFile: async () => '{"baseUrl":"http://example.com","folder":"x"}' });
    expect(await kintoneBackup(run, host)).toBe(EXIT.unusable);
    expect(runs).toEqual([]);
    expect(said).toEqual(["a.json: baseUrl: not-an-address\n", "a.json: app: required\n"]);
  });

  it.each([
    ["ENOENT", "no-file"],
    ["ENOTDIR", "no-file"],
    ["EACCES", "unreadable-file"],
    ["EISDIR", "unreadable-file"],
  ])("does not run without its file (%s), and says so (%s)", async (code, reason) => {
    const { host, said, runs } = createHost({ readFile: () => Promise.reject(Object.assign(new Error(), { code })) });
    expect(await kintoneBackup(run, host)).toBe(EXIT.unusable);
    expect([runs, said]).toEqual([[], [`a.json: : ${reason}\n`]]);
  });

  it("says why a run could not be begun, and never a secret", async () => {
    const { host, said } = createHost({ run: () => Promise.reject(new Error("another run")) });
    expect(await kintoneBackup(run, host)).toBe(EXIT.unusable);
    expect(said.join()).toContain("another run");
    expect(said.join()).not.toContain(SECRET);
  });

  it.each([
    [{ sound: true, report: "all well" }, EXIT.success, "all well"],
    [{ sound: false, report: "damaged" }, EXIT.incomplete, "damaged"],
    [{ unusable: "no such file" }, EXIT.unusable, "no such file"],
  ])("verifies without a log-in: %j", async (verified, code, words) => {
    const { host, said, runs } = createHost({ environment: {}, verify: async () => verified });
    expect(await kintoneBackup({ kind: "verify", volumes: ["a.zip"], language: "ja" }, host)).toBe(code);
    expect([said, runs]).toEqual([[words], []]);
  });

  const check: Command = { kind: "check-history", file: "a.json", zips: ["b.zip"], language: "ja" };

  it.each([
    [{ sound: true, report: "intact" }, EXIT.success, "intact"],
    [{ sound: false, report: "broken" }, EXIT.incomplete, "broken"],
    [{ unusable: "hidden" }, EXIT.unusable, "hidden"],
  ])("checks the history as who runs backups: %j", async (checked, code, words) => {
    const asked: unknown[] = [];
    const checkHistory: CommandHost["checkHistory"] = async (file, credentials, zips) => {
      asked.push(file.app, credentials, zips);
      return checked;
    };
    const { host, said, runs } = createHost({ checkHistory });
    expect(await kintoneBackup(check, host)).toBe(code);
    expect([said, runs]).toEqual([[words], []]);
    expect(asked).toEqual(["7", { username: "sato", password: SECRET }, ["b.zip"]]);
  });

  it("checks no history without a log-in, and says why one cannot be read", async () => {
    const { host, said } = createHost({ environment: {} });
    expect(await kintoneBackup(check, host)).toBe(EXIT.unusable);
    expect(said.join()).toContain("KINTONE_USERNAME");
    const refused = createHost({ checkHistory: () => Promise.reject(new Error("no permission")) });
    expect(await kintoneBackup(check, refused.host)).toBe(EXIT.unusable);
    expect(refused.said).toEqual(["failure Error: no permission\n"]);
  });

  const comparison: Command = {
    ...{ kind: "compare", file: "a.json", zips: ["b.zip"], apps: ["12"], bytes: true, record: false, language: "ja" },
  };

  it.each([
    [{ sound: true, report: "same" }, EXIT.success, ["same"]],
    [{ sound: false, report: "differs" }, EXIT.incomplete, ["differs"]],
    [{ unusable: "damaged" }, EXIT.unusable, ["damaged"]],
    [{ unusable: "one app is gone", report: "the others" }, EXIT.unusable, ["the others", "one app is gone"]],
  ])("compares as who runs backups: %j", async (checked, code, words) => {
    const asked: unknown[] = [];
    const compare: CommandHost["compare"] = async (file, credentials, what) => {
      asked.push(file.app, credentials, what);
      return checked;
    };
    const { host, said } = createHost({ compare });
    expect(await kintoneBackup(comparison, host)).toBe(code);
    expect(said).toEqual(words);
    const what = { zips: ["b.zip"], apps: ["12"], bytes: true, record: false };
    expect(asked).toEqual(["7", { username: "sato", password: SECRET }, what]);
  });

  it("prints help and version, and refuses what it does not understand", async () => {
    const { host, said } = createHost();
    expect(await kintoneBackup({ kind: "version" }, host)).toBe(EXIT.success);
    expect(await kintoneBackup({ kind: "help" }, host)).toBe(EXIT.success);
    expect(await kintoneBackup({ kind: "misused", reason: "unknown command: x" }, host)).toBe(EXIT.unusable);
    expect(said[0]).toBe("1.2.3\n");
    expect(said[2]).toContain("unknown command: x");
  });
});
