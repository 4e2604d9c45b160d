import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { checkTarget } from "../../../src/backup/preflight/check-target";
import { type TargetFinding, weightOf } from "../../../src/backup/preflight/finding";
import type { Target } from "../../../src/domain/target";
import type { App } from "../../emulator/domain/app";
import type { AppSettings } from "../../emulator/domain/app-settings";
import { everybody, localKintone, manager } from "../../kintone/local-kintone";
import { newFile } from "../whole-runs/inspections";

const kintone = localKintone();
const text = (code: string, label: string) => ({ type: "SINGLE_LINE_TEXT", code, label });
let app: App;
let empty: App;

beforeAll(() => {
  const { domain } = kintone;
  const properties = {
    code: text("code", "品番"),
    note: text("note", "備考"),
    files: { type: "FILE", code: "files", label: "図面" },
    rows: { type: "SUBTABLE", code: "rows", label: "測定", fields: { value: text("value", "値") } },
  };
  app = domain.addApp({ id: 1, name: "検査", creator: "admin", properties, acl: [manager, everybody] });
  const { id } = app.addRecord({
    code: { value: "P-1" },
    files: { value: [newFile(domain, "図面.pdf", new Uint8Array(5))] },
    rows: { value: [{ value: { value: { value: "1" } } }] },
  });
  app.addComment(id, { text: "確認", creator: "admin" });
  empty = domain.addApp({ id: 2, name: "空", creator: "admin", properties, acl: [manager, everybody] });
  domain.addApp({ id: 3, name: "秘密", creator: "admin", properties, acl: [manager] });
  domain.addApp({
    id: 4,
    name: "追加だけ",
    creator: "admin",
    properties,
    acl: [manager, { entity: { type: "GROUP", code: "everyone" }, recordAddable: true }],
  });
});
afterEach(() => kintone.domain.faults.clear());

const everything = { records: true, attachments: true, comments: true, settings: true, administration: true };
const target = (values: Partial<Target> = {}): Target => ({
  ...{ recordId: "9", appId: "1", appName: "昔の名前", query: "", include: everything },
  ...{ excludedFields: [], includedIdentifiers: [], acceptedGaps: [] },
  ...values,
});
const check = (user: string, values?: Partial<Target>) => checkTarget(kintone.as(user), target(values));
const withoutSettings = { include: { ...everything, settings: false, administration: false } };

/** What was found, without errors but their code. */
async function found(user: string, values?: Partial<Target>): Promise<object[]> {
  const { findings } = await check(user, values);
  return findings.map((finding) => ("error" in finding ? { ...finding, error: finding.error.code } : finding));
}
const of = (findings: object[], kind: TargetFinding["kind"]) =>
  findings.filter((finding) => (finding as TargetFinding).kind === kind);

async function during(change: Partial<AppSettings>, work: () => Promise<void>): Promise<void> {
  const before = Object.fromEntries(Object.keys(change).map((key) => [key, app.preview[key as keyof AppSettings]]));
  app.change(change);
  app.deploy("admin");
  await work().finally(() => {
    app.change(before);
    app.deploy("admin");
  });
}

describe("a target that is checked", () => {
  it("is in order for who may read everything; nothing is asked but to read", async () => {
    kintone.sent.length = 0;
    expect(await check("admin")).toMatchObject({ appName: "検査", findings: [] });
    expect(kintone.sent.length).toBeLessThan(30);
    expect(kintone.sent.filter((request) => !/^(GET|POST \(GET\)) /.test(request))).toEqual([]);
  });

  it.each([
    ["is not visible", "sato", { appId: "3" }, "NO_PERMISSION"],
    ["does not exist", "admin", { appId: "99" }, "APP_NOT_FOUND"],
    ["is said to be in a guest space", "admin", { guestSpaceId: "3" }, "WRONG_SPACE"],
    ["is not named", "admin", { appId: "" }, "TARGET_INCOMPLETE"],
  ])("cannot be backed up when its app %s", async (_, user, values, code) => {
    const { appName, findings } = await check(user, values);
    expect(findings).toMatchObject([{ kind: "blocked", error: { code } }]);
    expect(appName).toBe("昔の名前");
    expect(findings.map(weightOf)).toEqual(["blocked"]);
  });

  it("would lack the settings that only those may read who manage the app", async () => {
    const findings = await found("sato");
    expect(findings).toEqual([
      {
        kind: "settings-refused",
        settings: [
          ...["app/customize", "app/acl", "record/acl", "field/acl", "app/notifications/general"],
          ...[
            "app/notifications/perRecord",
            "app/notifications/reminder",
            "app/actions",
            "app/plugins",
            "app/adminNotes",
          ],
        ],
      },
      { kind: "record-permissions-unknown" },
    ]);
    expect(await found("sato", withoutSettings)).toEqual([
      { kind: "record-permissions-unknown" },
      { kind: "parts-left-out", parts: ["settings", "administration"] },
    ]);
  });

  it("is told of the configurations of plug-ins that would be in the zip", async () => {
    const plugins = ["a", "b"].map((id) => ({ id, enabled: true, config: { key: "secret" }, proxies: {} }));
    await during({ plugins }, async () => {
      expect(await found("admin")).toEqual([]);
      kintone.domain.lab.add("plugin-config");
      expect(await found("admin")).toEqual([{ kind: "plugin-configurations", plugins: ["a", "b"] }]);
      expect(await found("admin", { withoutPluginConfigurations: true })).toEqual([]);
      expect(of(await found("sato"), "plugin-configurations")).toEqual([]);
      kintone.domain.faults.add({
        when: { path: "app/plugin/config.json" },
        do: { kind: "unavailable", body: "text" },
      });
      expect(await found("admin")).toEqual([
        { kind: "settings-failed", settings: ["app/plugin/config"], error: "UNAVAILABLE" },
      ]);
      kintone.domain.lab.clear();
    });
  });

  it("would lack a setting that cannot be read for another reason", async () => {
    kintone.domain.faults.add({ when: { path: "app/views.json" }, do: { kind: "unavailable", body: "text" } });
    expect(await found("admin")).toEqual([{ kind: "settings-failed", settings: ["app/views"], error: "UNAVAILABLE" }]);
  });

  it("would lack settings for several reasons, each told of its own", async () => {
    const gone = JSON.stringify({ code: "GAIA_IL42", id: "1", message: "存在しません。" });
    for (const path of ["app/notifications/reminder.json", "app/notifications/perRecord.json"]) {
      const answer = { status: 400, contentType: "application/json", body: gone };
      kintone.domain.faults.add({ when: { path }, do: { kind: "answer", ...answer } });
    }
    kintone.domain.faults.add({ when: { path: "app/views.json" }, do: { kind: "unavailable", body: "text" } });
    expect(await found("admin")).toEqual([
      { kind: "settings-failed", settings: ["app/views"], error: "UNAVAILABLE" },
      {
        kind: "settings-failed",
        settings: ["app/notifications/perRecord", "app/notifications/reminder"],
        error: "SETTING_OUTDATED",
      },
    ]);
  });

  it("would lack its records where the user may only add some, or kintone refuses the condition", async () => {
    expect(of(await found("sato", { ...withoutSettings, appId: "4" }), "records-refused")).toEqual([
      { kind: "records-refused", error: "NO_PERMISSION" },
    ]);
    expect(await found("admin", { query: '無い = "1"', excludedFields: ["note"] })).toEqual([
      { kind: "records-refused", error: "QUERY_REFUSED" },
      { kind: "fields-left-out", fields: [{ code: "note", label: "備考" }] },
    ]);
  });

  it("would lack fields that the user may not view, but not those that are left out anyway", async () => {
    const entities = [
      { entity: { type: "GROUP", code: "everyone" }, includeSubs: false, accessibility: "NONE" as const },
    ];
    const fieldAcl = ["note", "rows"].map((code) => ({ code, entities }));
    await during({ fieldAcl }, async () => {
      expect(of(await found("sato"), "fields-hidden")).toEqual([
        {
          kind: "fields-hidden",
          fields: [
            { code: "note", label: "備考" },
            { code: "rows", label: "測定" },
          ],
        },
      ]);
      const left = await found("sato", { excludedFields: ["note", "rows"] });
      expect(of(left, "fields-hidden")).toEqual([]);
      expect(of(left, "fields-left-out")).toHaveLength(1);
    });
  });

  it("cannot be told hidden fields of without a record", async () => {
    expect(empty.records.size).toBe(0);
    expect(await found("admin", { appId: "2" })).toEqual([{ kind: "fields-unknown" }]);
  });

  it("would lack attachments and comments that cannot be had", async () => {
    const { faults } = kintone.domain;
    faults.add({ when: { path: "file.json" }, do: { kind: "error", code: "CB_NO02" } });
    faults.add({ when: { path: "record/comments.json" }, do: { kind: "error", code: "CB_NO02" } });
    const { findings } = await check("admin");
    expect(findings).toMatchObject([
      { kind: "file-refused", error: { code: "NO_PERMISSION", facts: { file: "図面.pdf", record: "1" } } },
      { kind: "comments-refused", error: { code: "NO_PERMISSION" } },
    ]);
    const { include } = target();
    expect(await found("admin", { include: { ...include, attachments: false, comments: false } })).toEqual([
      { kind: "parts-left-out", parts: ["attachments", "comments"] },
    ]);
  });

  it("is told of what nobody decided, what somebody did, and what was meant and does not exist", async () => {
    const { domain } = kintone;
    const properties = {
      my: text("my", "マイナンバー"),
      card: text("card", "クレジットカード番号"),
      pass: text("pass", "旅券番号"),
    };
    domain.addApp({ id: 5, name: "従業員", creator: "admin", properties, acl: [manager] }).addRecord({});
    const values = {
      appId: "5",
      excludedFields: ["pass", "古いコード"],
      includedIdentifiers: ["card"],
      acceptedGaps: [],
    };
    expect(await found("admin", values)).toEqual([
      { kind: "identifiers-undecided", fields: [{ code: "my", label: "マイナンバー" }] },
      { kind: "excluded-unknown", codes: ["古いコード"] },
      { kind: "identifiers-included", fields: [{ code: "card", label: "クレジットカード番号" }] },
      { kind: "fields-left-out", fields: [{ code: "pass", label: "旅券番号" }] },
    ]);
  });

  it("is told that comments are off, and that records may be hidden from one user but not from another", async () => {
    const entities = [
      { entity: { type: "USER", code: "admin" }, includeSubs: false, viewable: true, editable: true, deletable: true },
    ];
    const change = {
      general: { ...app.preview.general, enableComments: false },
      recordAcl: [{ filterCond: 'code = "P-2"', entities }],
    };
    await during(change, async () => {
      expect(await found("admin")).toEqual([{ kind: "comments-off" }]);
      entities.push({ ...entities[0]!, entity: { type: "USER", code: "sato" }, viewable: false });
      entities.shift();
      app.change({ recordAcl: change.recordAcl });
      app.deploy("admin");
      expect(await found("admin")).toEqual([{ kind: "record-permissions" }, { kind: "comments-off" }]);
    });
  });
});
