import { beforeAll, beforeEach, expect, it } from "vitest";
import { settingsOfArchives, settingsSinceArchive } from "../../../src/restore/settings/compare-settings-of";
import type { SettingsComparison } from "../../../src/restore/settings/settings-comparison";
import type { ArchivedTarget } from "../../../src/archive/reading/open-archive";
import { addInspections, newFile } from "../../backup/whole-runs/inspections";
import type { App } from "../../emulator/domain/app";
import { changeForm } from "../change-form";
import { restorableKintone } from "../archived-app";

const kintone = restorableKintone();
const { domain } = kintone;
let app: App;
let archived: ArchivedTarget;

const script = (name: string, content: string) => ({
  type: "FILE" as const,
  file: domain.takeUpload(newFile(domain, name, content).fileKey, { kind: "settings", appId: app.id }),
});

beforeAll(async () => {
  domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
  app = addInspections(domain, { records: 1 });
  app.change({
    customize: {
      scope: "ALL",
      desktop: { js: [script("a.js", "one()"), script("b.js", "two()")], css: [] },
      mobile: { js: [], css: [] },
    },
    adminNotes: { content: "注意", includeInTemplateAndDuplicates: true },
    generalNotifications: {
      notifications: [
        {
          entity: { type: "USER", code: "admin" },
          includeSubs: false,
          recordAdded: true,
          recordEdited: false,
          commentAdded: false,
          statusChanged: false,
          fileImported: false,
        },
      ],
      notifyToCommenter: false,
    },
  });
  app.deploy("admin");
  archived = await kintone.archive(app.id);
});
beforeEach(() => domain.faults.clear());

const since = async (user?: string) =>
  (await settingsSinceArchive(archived, kintone.access(user).source)) as SettingsComparison;
const lines = ({ compared }: SettingsComparison) =>
  compared.flatMap(({ setting, differences }) =>
    differences.map(({ where, change }) =>
      [setting, ...where.map((place) => ("property" in place ? place.property : place.name)), change].join(" "),
    ),
  );

it("finds nothing right after a backup, in any setting", async () => {
  const comparison = await since();
  expect(lines(comparison)).toEqual([]);
  expect(comparison.compared.map(({ setting }) => setting)).toEqual([
    ...["app", "app/settings", "app/form/fields", "app/form/layout", "app/views", "app/reports", "app/status"],
    ...["app/acl", "record/acl", "field/acl", "app/notifications/general", "app/notifications/perRecord"],
    ...["app/notifications/reminder", "app/actions", "app/customize", "app/plugins", "app/adminNotes"],
  ]);
  expect(comparison.notCompared.every(({ why }) => why.reason === "not-given")).toBe(true);
});

it("finds what was changed since, scripts by their content", async () => {
  changeForm(
    app,
    ({ 数量: _quantity, ...others }) =>
      ({ ...others, 備考: { type: "SINGLE_LINE_TEXT", code: "備考", label: "備考" } }) as never,
  );
  app.change({
    customize: {
      scope: "ALL",
      desktop: { js: [script("a.js", "uno()"), script("b.js", "two()")], css: [] },
      mobile: { js: [], css: [] },
    },
    adminNotes: { content: "別の注意", includeInTemplateAndDuplicates: true },
  });
  app.deploy("admin");
  const found = lines(await since());
  expect(found.filter((line) => !line.startsWith("app/form/layout"))).toEqual([
    "app/form/fields properties 数量 removed",
    "app/form/fields properties 備考 added",
    "app/customize desktop js a.js file sha256 changed",
    "app/adminNotes content changed",
  ]);
});

it("tells the same of two archives", async () => {
  const again = await kintone.archive(app.id);
  expect(lines(await settingsOfArchives(archived, again))).toEqual(lines(await since()));
  expect(lines(await settingsOfArchives(again, again))).toEqual([]);
});

it("names what the archive leaves out", async () => {
  const little = await kintone.archive(app.id, {
    include: { records: true, attachments: true, comments: true, settings: false, administration: false },
  });
  const comparison = (await settingsSinceArchive(little, kintone.access().source)) as SettingsComparison;
  expect(comparison.compared.map(({ setting }) => setting)).toEqual(["app", "app/form/fields", "app/form/layout"]);
  const leftOut = comparison.notCompared.filter(({ why }) => why.reason === "left-out");
  expect(leftOut.map(({ setting }) => setting)).toEqual(
    expect.arrayContaining(["app/views", "app/acl", "app/adminNotes"]),
  );
});

it("names what its user may not read, and compares the rest", async () => {
  const { compared, notCompared } = await since("sato");
  expect(compared.map(({ setting }) => setting)).toContain("app/views");
  expect(notCompared).toContainEqual(
    expect.objectContaining({ setting: "app/acl", side: "after", why: expect.objectContaining({ reason: "error" }) }),
  );
});

it("does not take a script for the same that it could not read", async () => {
  domain.faults.add({ when: { path: "file.json" }, do: { kind: "error", code: "CB_NO02" } });
  const { compared, notCompared } = await since();
  const { differences } = compared.find(({ setting }) => setting === "app/customize")!;
  expect(differences).toHaveLength(2);
  expect(notCompared.filter(({ of }) => of === "b.js")).toHaveLength(1);
});

it("compares with no other app that has the id now", async () => {
  const before = app.createdAt;
  app.createdAt = "2020-01-01T00:00:00Z";
  expect(await since()).toMatchObject({ reason: "another-app" });
  app.createdAt = before;
});
