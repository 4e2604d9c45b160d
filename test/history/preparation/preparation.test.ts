import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toBackupError } from "../../../src/domain/errors";
import { japanese } from "../../../src/history/app-definition/japanese";
import { DEFINING_FIELDS } from "../../../src/history/app-definition/target-rights";
import { ALL_LABELS, labelsIn } from "../../../src/history/app-definition/labels-in";
import { type Findings, isReady, lookAtApp, prepareApp } from "../../../src/history/preparation/preparation";
import { createPasswordConnection } from "../../../src/kintone/connection/password-connection";
import { createSettingsDesk } from "../../../src/kintone/settings/settings-desk";
import type { App } from "../../emulator/domain/app";
import type { AppSettings } from "../../emulator/domain/app-settings";
import { createDomain } from "../../emulator/domain/domain";
import { completeProperty } from "../../emulator/field-types/definition";
import { type Emulator, startEmulator } from "../../emulator/server";

const domain = createDomain();
let emulator: Emulator;
let app: App;
/** Every request that was sent, and what is to be done before one. */
let sent: string[] = [];
let before: (request: string) => void = () => undefined;

beforeAll(async () => {
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  domain.people.addGroup({ code: "auditors", name: "監査担当" });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());
beforeEach(() => {
  sent = [];
  before = () => undefined;
  app = domain.createApp("バックアップ管理", "admin", {});
});

const send: typeof fetch = (input, init) => {
  const request = `${init?.method} ${new URL(String(input)).pathname}`;
  sent.push(request);
  before(request);
  return fetch(input, init);
};
function deskOf(username = "admin") {
  const access = { baseUrl: emulator.url, username, password: "kintone", userAgent: "test", fetch: send };
  return createSettingsDesk(createPasswordConnection(access), { appId: String(app.id) });
}

const preparer = { user: "admin", labels: japanese };
const manner = { report: () => undefined, pause: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) };
const look = (how = preparer) => lookAtApp(deskOf(), how);
async function prepare(how = preparer): Promise<Findings> {
  const end = await prepareApp(deskOf(), how, await look(how), manner);
  if (end.kind !== "prepared") throw new Error(end.kind);
  return end.findings;
}
const kindsOf = ({ plan }: Findings) => plan.items.map(({ kind, ...rest }) => [kind, ...Object.values(rest)]);
/** Changes the app as somebody does on its settings pages, and updates it. */
function byHand(change: Partial<AppSettings>) {
  app.change(change);
  app.deploy("admin");
}

describe("preparing an app", () => {
  it.each(ALL_LABELS)(
    "makes all of it, in the language of $appName; then there is nothing more to do in any",
    async (labels) => {
      const first = await look({ user: "admin", labels });
      expect(isReady(first)).toBe(false);
      expect(isReady(await prepare({ user: "admin", labels }))).toBe(true);
      expect(Object.keys(app.live!.views)).toEqual(Object.values(labels.views));
      expect(app.live!.properties.run_lock!.label).toBe(labels.fields.run_lock);
      sent = [];
      for (const language of ["ja", "en", "zh"]) {
        expect(isReady(await look({ user: "somebody else", labels: labelsIn(language) }))).toBe(true);
      }
      expect(sent.filter((request) => !request.startsWith("GET "))).toEqual([]);
    },
  );

  it("notifies who prepared it and who ran the backup, by fields that have other codes in every language", async () => {
    await prepare();
    expect(app.live!.perRecordNotifications).toMatchObject([
      {
        filterCond: 'record_type in ("run") and run_status in ("partial", "failed", "interrupted")',
        targets: [{ entity: { type: "USER", code: "admin" } }, { entity: { type: "FIELD_ENTITY", code: "作成者" } }],
      },
      {
        filterCond: 'record_type in ("restore") and restore_verdict in ("not-as-planned", "stopped")',
        targets: [{ entity: { type: "USER", code: "admin" } }, { entity: { type: "FIELD_ENTITY", code: "作成者" } }],
      },
      {
        filterCond: 'record_type in ("drill") and drill_verdict in ("failed", "stopped")',
        targets: [{ entity: { type: "USER", code: "admin" } }, { entity: { type: "FIELD_ENTITY", code: "作成者" } }],
      },
      {
        filterCond: 'record_type in ("disposal") and disposal_verdict in ("remains", "stopped")',
        targets: [{ entity: { type: "USER", code: "admin" } }, { entity: { type: "FIELD_ENTITY", code: "作成者" } }],
      },
    ]);
    expect(app.live!.reminderNotifications.notifications).toMatchObject([
      ...["7", "14", "28", "91"].map((daysLater) => ({
        timing: { code: "target_unsaved_since", daysLater, time: "09:00" },
      })),
      { timing: { code: "target_last_saved", daysLater: "7", time: "09:00" } },
      { timing: { code: "target_last_success", daysLater: "7", time: "09:00" } },
      { timing: { code: "作成日時", daysLater: "7", time: "09:00" } },
    ]);
  });

  const ENABLED = 'record_type in ("target") and target_enabled in ("enabled")';
  const ofPeople = {
    ...{ timing: { code: "change_at", daysLater: "1", time: "08:00" }, title: "設定の見直し" },
    ...{
      filterCond: 'record_type in ("change")',
      targets: [{ entity: { type: "USER", code: "sato" }, includeSubs: false }],
    },
  };
  it.each([
    [
      "went by successes",
      [
        ["target_last_success", ENABLED, "3"],
        ["作成日時", `${ENABLED} and target_last_success = ""`, "5"],
      ],
      { overdue: "3", noSuccess: "3", neverSaved: "5" },
    ],
    [
      "went by the last saved backup, of which none is told when there never was one",
      [
        ["target_last_saved", ENABLED, "3"],
        ["target_last_success", `${ENABLED} and target_last_saved = ""`, "4"],
        ["作成日時", `${ENABLED} and target_last_saved = ""`, "5"],
      ],
      { overdue: "3", noSuccess: "4", neverSaved: "5" },
    ],
  ] as const)(
    "lets reminders of a version that %s go by what is saved, for whom and when people chose",
    async (_what, formers, days) => {
      await prepare();
      const targets = [{ entity: { type: "USER", code: "sato" }, includeSubs: false }];
      const [first, ...rest] = formers.map(([code, filterCond, daysLater]) => ({
        ...{ timing: { code, daysLater, time: "08:00" }, filterCond, targets },
        title: "前回の成功から1週間、バックアップに成功していません",
      }));
      const notifications = [first!, ofPeople, ...rest];
      byHand({ reminderNotifications: { ...app.preview.reminderNotifications, notifications } });
      expect(kindsOf(await look())).toEqual(
        ["unsaved", "overdue", "noSuccess", "neverSaved"].map((key) => ["reminder", key]),
      );
      expect(isReady(await prepare())).toBe(true);
      const uncounted = `${ENABLED} and target_unsaved_since = ""`;
      const never = `${uncounted} and target_last_saved = ""`;
      const live = app.live!.reminderNotifications.notifications as Array<{ title: string }>;
      expect(live).toContainEqual(expect.objectContaining({ title: "設定の見直し" }));
      const ours = live.filter(({ title }) => title !== "設定の見直し");
      const { unsaved, ...titles } = japanese.notifications;
      const reminder = (code: string, daysLater: string, filterCond: string, title: string) => ({
        ...{ timing: { code, daysLater, time: "08:00" }, filterCond, title, targets },
      });
      expect(ours).toMatchObject([
        ...["3", "6", "12", "39"].map((daysLater) => reminder("target_unsaved_since", daysLater, ENABLED, unsaved)),
        reminder("target_last_saved", days.overdue, uncounted, titles.overdue),
        reminder("target_last_success", days.noSuccess, never, titles.noSuccess),
        reminder("作成日時", days.neverSaved, never, titles.neverSaved),
      ]);
    },
  );

  it("leaves it at the reminders that people left of several", async () => {
    await prepare();
    const { notifications } = app.preview.reminderNotifications;
    byHand({
      reminderNotifications: { ...app.preview.reminderNotifications, notifications: notifications.slice(2) },
    });
    expect(kindsOf(await look())).toEqual([]);
  });

  it("adds what came later to an app of an earlier version, and no second view in the place of a renamed one", async () => {
    await prepare();
    const later = ["run_saved", "run_saved_at", "run_saved_by", "target_last_saved", "target_unsaved_since"];
    const { views, properties, layout, recordAcl } = app.preview;
    const kept = (codes: string[]) => codes.filter((code) => !later.includes(code));
    const { 実行履歴: runs, ...others } = views;
    byHand({
      properties: Object.fromEntries(Object.entries(properties).filter(([code]) => !later.includes(code))),
      layout: JSON.parse(JSON.stringify(layout), (_key, value) =>
        Array.isArray(value)
          ? value.filter(({ code, fields }) => !later.includes(code) && fields?.length !== 0)
          : value,
      ),
      views: {
        ...others,
        全部の実行: { ...runs!, name: "全部の実行", fields: kept((runs as { fields: string[] }).fields) },
      },
      recordAcl: recordAcl.slice(1),
    });
    const findings = await look();
    expect(findings.plan.items.map((item) => ("code" in item ? item.code : item.kind))).toEqual([
      ...["target_last_saved", "target_unsaved_since", "run_saved", "run_saved_at", "run_saved_by"],
      "record-rule",
    ]);
    expect(isReady(await prepare())).toBe(true);
    expect(app.live!.recordAcl[0]?.filterCond).toBe('record_type in ("run") and run_saved in ("unconfirmed")');
  });

  it.each([
    [
      "restore",
      [
        ["options", "レコードの種類", "record_type", ["restore"]],
        ["options", "実行方法", "run_trigger", ["restore"]],
        ["view", "復元の履歴"],
        ["notification", "restore"],
        ["record-rule", "chainedRestores"],
        ["record-rule", "restores"],
      ],
    ],
    [
      "drill",
      [
        ["options", "レコードの種類", "record_type", ["drill"]],
        ["view", "復元訓練の履歴"],
        ["notification", "drill"],
        ["record-rule", "chainedDrills"],
        ["record-rule", "drills"],
      ],
    ],
    [
      "disposal",
      [
        ["options", "レコードの種類", "record_type", ["disposal"]],
        ["view", "世代の保全と廃棄"],
        ["notification", "disposal"],
        ["record-rule", "chainedDisposals"],
        ["record-rule", "disposals"],
      ],
    ],
  ])("adds to an app that a version without a %s made all that it needs", async (word, expected) => {
    const whole = await prepare().then(() => structuredClone(app.live!));
    const { properties, views, layout, perRecordNotifications, recordAcl } = structuredClone(app.preview);
    const isLater = (value: unknown) => new RegExp(`${word}_|"${word}\\\\"`).test(JSON.stringify(value));
    for (const code of ["record_type", "run_trigger"]) delete properties[code]!.options![word];
    byHand({
      properties: Object.fromEntries(Object.entries(properties).filter(([code]) => !code.startsWith(`${word}_`))),
      views: Object.fromEntries(Object.entries(views).filter(([, view]) => !isLater(view))),
      layout: layout.filter((row) => !isLater(row)),
      perRecordNotifications: perRecordNotifications.filter((notification) => !isLater(notification)),
      recordAcl: recordAcl.filter((rule) => !isLater(rule)),
    });
    const kinds = kindsOf(await look());
    expect(kinds.filter(([kind]) => kind !== "field")).toEqual(expected);
    const added = Object.keys(whole.properties).filter((code) => code.startsWith(`${word}_`));
    expect(kinds.filter(([kind]) => kind === "field").map(([, , code]) => code)).toEqual(added);
    expect(isReady(await prepare())).toBe(true);
    const conditionsOf = (rules: AppSettings["recordAcl"]) => rules.map(({ filterCond }) => filterCond);
    expect(new Set(conditionsOf(app.live!.recordAcl))).toEqual(new Set(conditionsOf(whole.recordAcl)));
    const groupIn = (settings: Pick<AppSettings, "layout">) =>
      settings.layout.find((row) => row.type === "GROUP" && row.code === `${word}_group`);
    expect(groupIn(app.live!)).toEqual(groupIn(whole));
  });

  it("puts back what somebody deleted or loosened, and says so in words of the app", async () => {
    await prepare();
    const { properties, views, layout } = app.preview;
    const { run_message: _gone, ...left } = properties;
    const { failed: _option, ...options } = properties.run_status!.options!;
    const { result_step: _column, ...columns } = properties.run_results!.fields!;
    const { 対象アプリ: _view, ...otherViews } = views;
    byHand({
      properties: {
        ...left,
        run_status: { ...properties.run_status!, label: "私の状態", options },
        run_lock: { ...properties.run_lock!, unique: false },
        run_results: { ...properties.run_results!, fields: columns },
      },
      layout: JSON.parse(JSON.stringify(layout), (_key, value) =>
        Array.isArray(value)
          ? value.filter(({ code, fields }) => !["run_message", "result_step"].includes(code) && fields?.length !== 0)
          : value,
      ),
      views: otherViews,
      reminderNotifications: { ...app.preview.reminderNotifications, notifications: [] },
      recordAcl: app.preview.recordAcl.filter((_rule, at) => at !== 1 && at !== 3),
    });
    const findings = await look();
    expect(kindsOf(findings)).toEqual([
      ["options", "私の状態", "run_status", ["failed"]],
      ["field", "メッセージ", "run_message"],
      ["unique", "実行中ロック", "run_lock"],
      ["field", "工程", "result_step", "対象ごとの結果"],
      ["view", "対象アプリ"],
      ["reminder", "unsaved"],
      ["reminder", "overdue"],
      ["reminder", "noSuccess"],
      ["reminder", "neverSaved"],
      ["record-rule", "chainedRuns"],
      ["record-rule", "chainedRestores"],
    ]);
    expect(isReady(await prepare())).toBe(true);
    const live = app.live!;
    expect(live.properties.run_status).toMatchObject({ label: "私の状態", options: { failed: { index: "6" } } });
    expect(live.properties.run_lock!.unique).toBe(true);
    // The rules for chained runs and restores stand before the wider ones again.
    expect(live.recordAcl.map(({ filterCond }) => filterCond)).toEqual([
      'record_type in ("run") and run_saved in ("unconfirmed")',
      'record_type in ("run") and run_chain_digest != ""',
      'record_type in ("run")',
      'record_type in ("restore") and run_chain_digest != ""',
      'record_type in ("restore")',
      'record_type in ("change")',
      'record_type in ("target")',
      'record_type in ("drill") and run_chain_digest != ""',
      'record_type in ("drill")',
      'record_type in ("disposal") and run_chain_digest != ""',
      'record_type in ("disposal")',
    ]);
    // In its group, and nothing else was moved.
    const inGroup = live.layout.find((row) => row.type === "GROUP" && row.code === "run_group");
    expect(JSON.stringify(inGroup)).toContain("run_message");
    expect(live.layout.map((row) => ("code" in row ? row.code : row.type))).toEqual(
      layout.map((row) => ("code" in row ? row.code : row.type)),
    );
  });

  it("touches nothing of others, and lets their record permissions come first", async () => {
    const everyone = { entity: { type: "GROUP", code: "everyone" }, includeSubs: false };
    const theirs = {
      properties: {
        ...app.preview.properties,
        備考: completeProperty({ type: "SINGLE_LINE_TEXT", code: "備考", label: "備考" }, "備考"),
      },
      layout: [{ type: "ROW" as const, fields: [{ type: "SINGLE_LINE_TEXT", code: "備考", size: { width: "99" } }] }],
      views: {
        私の一覧: {
          type: "CUSTOM" as const,
          name: "私の一覧",
          index: "0",
          id: "9",
          html: "<b>",
          pager: true,
          device: "ANY",
          filterCond: "",
          sort: "",
        },
      },
      perRecordNotifications: [{ filterCond: "", title: "私の通知", targets: [everyone] }],
      recordAcl: [
        { filterCond: '備考 = "秘"', entities: [{ ...everyone, viewable: false, editable: false, deletable: false }] },
      ],
    };
    byHand(theirs as Partial<AppSettings>);
    domain.people.users.get("admin")!.systemAdministrator = true;
    const findings = await look();
    expect(findings.plan.notes).toEqual(["custom-views", "rules-before-ours"]);
    await prepare();
    domain.people.users.get("admin")!.systemAdministrator = false;
    const live = app.live!;
    expect(live.properties.備考).toMatchObject(theirs.properties.備考);
    expect(live.layout.at(-1)).toEqual(theirs.layout[0]);
    expect(live.views.私の一覧).toMatchObject({ html: "<b>", index: "0" });
    expect(live.perRecordNotifications[0]).toEqual(theirs.perRecordNotifications[0]);
    expect(live.recordAcl.map(({ filterCond }) => filterCond)[0]).toBe('備考 = "秘"');
    expect(live.recordAcl).toHaveLength(12);
  });

  it("leaves what people made of ours: names, columns, receivers, days, rights, places", async () => {
    await prepare();
    const { properties, views, perRecordNotifications, reminderNotifications, recordAcl, layout } = app.preview;
    const { 実行履歴: runs, 対象アプリ: targets, ...others } = views;
    const [first, ...rest] = layout;
    byHand({
      properties: { ...properties, run_bytes: { ...properties.run_bytes!, label: "大きさ" } },
      views: {
        ...others,
        全部の実行: { ...runs!, name: "全部の実行" },
        対象アプリ: { ...targets!, fields: ["target_app_name"] },
      },
      perRecordNotifications: perRecordNotifications.map((each) => ({ ...(each as object), targets: [] })),
      reminderNotifications: {
        ...reminderNotifications,
        notifications: reminderNotifications.notifications.map((each) => {
          const reminder = each as { timing: object };
          return { ...reminder, title: "遅れ", timing: { ...reminder.timing, daysLater: "2" } };
        }),
      },
      recordAcl: recordAcl.map((rule) => ({ ...rule, entities: rule.entities.slice(1) })),
      layout: [...rest, first!],
    });
    sent = [];
    expect(isReady(await look())).toBe(true);
    expect(isReady(await look({ user: "sato", labels: labelsIn("zh") }))).toBe(true);
  });

  it("keeps those who manage the app able to change its runs, by the app's own permissions", async () => {
    const auditors = { ...app.preview.appAcl[0]!, entity: { type: "GROUP", code: "auditors" } };
    byHand({ appAcl: [...app.preview.appAcl, auditors] });
    await prepare();
    expect(app.live!.recordAcl[1]!.entities.map(({ entity, editable }) => [entity.code, editable])).toEqual([
      ["admin", true],
      ["auditors", true],
      ["everyone", false],
    ]);
  });

  it("closes what defines a target to all but those who manage the app, and follows when others come to manage it", async () => {
    await prepare();
    const writersOf = () =>
      app.live!.fieldAcl.map(({ code, entities }) => [
        code,
        entities.map((one) => [one.entity.code, one.accessibility]),
      ]);
    const closed = (...managers: string[]) => [...managers.map((code) => [code, "WRITE"]), ["everyone", "READ"]];
    expect(writersOf()).toEqual(DEFINING_FIELDS.map((code) => [code, closed("admin")]));

    const auditors = { ...app.preview.appAcl[0]!, entity: { type: "GROUP", code: "auditors" } };
    const { appAcl } = app.preview;
    byHand({ appAcl: [auditors, ...appAcl] });
    expect(kindsOf(await look())).toEqual(DEFINING_FIELDS.map((code) => ["field-right", code, japanese.fields[code]]));
    await prepare();
    expect(writersOf()).toEqual(DEFINING_FIELDS.map((code) => [code, closed("auditors", "admin")]));
    byHand({ appAcl });
    await prepare();
    expect(writersOf()).toEqual(DEFINING_FIELDS.map((code) => [code, closed("admin")]));
  });

  it("leaves the permissions of other fields alone, and who may read ours", async () => {
    await prepare();
    const entities = (code: string, accessibility: "NONE" | "WRITE" | "READ") => [
      { entity: { type: "USER", code }, includeSubs: false, accessibility },
    ];
    const theirs = { code: "run_message", entities: entities("sato", "WRITE") };
    const narrowed = { code: "target_query", entities: [...entities("sato", "READ"), ...entities("admin", "WRITE")] };
    const opened = { code: "target_app_id", entities: entities("sato", "WRITE") };
    const kept = app.preview.fieldAcl.filter(({ code }) => !["target_query", "target_app_id"].includes(code));
    byHand({ fieldAcl: [theirs, narrowed, opened, ...kept] });
    const findings = await prepare();
    expect(isReady(findings)).toBe(true);
    const [first, second, third, ...rest] = app.live!.fieldAcl;
    expect([first, second]).toEqual([theirs, narrowed]);
    expect(third!.entities.map(({ entity, accessibility }) => [entity.code, accessibility])).toEqual([
      ["admin", "WRITE"],
      ["everyone", "NONE"],
    ]);
    expect(rest).toEqual(kept);
  });

  it("refuses to go over a field of another type, or one that stands in somebody's table, and sends nothing", async () => {
    const text = (code: string) => completeProperty({ type: "SINGLE_LINE_TEXT", code, label: `私の${code}` }, code);
    byHand({
      properties: {
        ...app.preview.properties,
        run_bytes: text("run_bytes"),
        result_step: text("result_step"),
        表: completeProperty(
          { type: "SUBTABLE", code: "表", label: "表", fields: { run_lock: text("run_lock") } },
          "表",
        ),
      },
    });
    const { plan } = await look();
    expect(plan.conflicts.map(({ code, label, present, wanted }) => [code, label, present, wanted])).toEqual([
      ["run_bytes", "私のrun_bytes", "SINGLE_LINE_TEXT", "NUMBER"],
      ["run_lock", "私のrun_lock", "SINGLE_LINE_TEXT", "SINGLE_LINE_TEXT"],
      ["result_step", "私のresult_step", "SINGLE_LINE_TEXT", "SINGLE_LINE_TEXT"],
    ]);
    expect([plan.items, plan.changes]).toEqual([[], []]);
  });

  it("undoes nothing of who changes the settings at the same time", async () => {
    const findings = await look();
    let views = 0;
    before = (request) => {
      if (request === "PUT /k/v1/preview/app/views.json" && (views += 1) === 1) {
        const urgent = { name: "急ぎ", index: "0", id: "77", filterCond: "", sort: "", fields: [] };
        app.change({ views: { 急ぎ: { type: "LIST", ...urgent } } });
      }
    };
    const error = await prepareApp(deskOf(), preparer, findings, manner).catch(toBackupError);
    expect(error).toMatchObject({ answer: { code: "GAIA_CO03" } });
    expect(Object.keys(app.preview.views)).toEqual(["急ぎ"]);
    expect(isReady(await prepare())).toBe(true);
    expect(Object.keys(app.live!.views)).toEqual(["急ぎ", ...Object.values(japanese.views)]);
  });

  it("says when changes of somebody wait that its update would make live, too", async () => {
    byHand({});
    app.change({ general: { ...app.preview.general, description: "まだ" } });
    expect((await look()).plan.notes).toEqual(["waiting-changes"]);
    await prepare();
    // What waits and is not ours is nobody's business.
    app.change({ general: { ...app.preview.general, description: "また" } });
    expect(isReady(await look())).toBe(true);
  });

  it("is told what the user may not do before anything is sent", async () => {
    await prepare();
    sent = [];
    expect(await lookAtApp(deskOf("sato"), preparer).catch(toBackupError)).toMatchObject({ code: "NO_PERMISSION" });
    expect(sent.filter((request) => !request.startsWith("GET "))).toEqual([]);
  });
});
