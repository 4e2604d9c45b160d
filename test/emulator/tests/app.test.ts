import { describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";

const field = (type: string, code: string) => ({ type, code, label: code });

function domainAt(clock: { now: string }) {
  const domain = createDomain({ now: () => new Date(clock.now) });
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
  const app = domain.addApp({
    id: 1,
    name: "検査",
    creator: "admin",
    properties: {
      品番: field("SINGLE_LINE_TEXT", "品番"),
      日: field("DATE", "日"),
      担当: field("USER_SELECT", "担当"),
    },
    views: {
      一覧: {
        type: "LIST",
        index: 0,
        fields: ["日", "品番"],
        filterCond: '品番 = "品番" or 日 = TODAY()',
        sort: "品番 asc",
      },
      暦: { type: "CALENDAR", index: 1, date: "日", title: "品番" },
    },
    fieldAcl: [
      {
        code: "品番",
        entities: [{ entity: { type: "FIELD_ENTITY", code: "担当" }, includeSubs: false, accessibility: "READ" }],
      },
    ],
    recordAcl: [{ filterCond: '担当 in ("品番")', entities: [] }],
  });
  return { domain, app };
}

describe("a field that gets another code", () => {
  it("keeps its place in views and permissions", () => {
    const { app, domain } = domainAt({ now: "2026-11-20T00:00:00Z" });
    const title = { selectionMode: "MANUAL" as const, code: "品番" };
    app.change({ general: { ...app.preview.general, titleField: title } });
    domain.transaction.run(() => app.rename("品番", "型番"));
    domain.transaction.run(() => app.rename("担当", "係"));
    const { views, fieldAcl, recordAcl, general } = app.preview;
    // A value that happens to be the same text is no field.
    expect(views["一覧"]).toMatchObject({
      fields: ["日", "型番"],
      filterCond: '型番 = "品番" or 日 = TODAY()',
      sort: "型番 asc",
    });
    expect(views["暦"]).toMatchObject({ date: "日", title: "型番" });
    expect(fieldAcl).toMatchObject([{ code: "型番", entities: [{ entity: { code: "係" } }] }]);
    expect(recordAcl[0]?.filterCond).toBe('係 in ("品番")');
    expect(general.titleField.code).toBe("型番");
  });

  it("keeps its code when the request fails", () => {
    const { app, domain } = domainAt({ now: "2026-11-20T00:00:00Z" });
    const before = app.preview;
    const work = () => {
      app.rename("品番", "型番");
      throw new Error("refused");
    };
    expect(() => domain.transaction.run(work)).toThrow("refused");
    expect([app.preview, app.renames.size]).toEqual([before, 0]);
  });
});

it("an app's requests are counted from 9:00 in Japan", () => {
  const clock = { now: "2026-11-20T23:59:00Z" };
  const { app } = domainAt(clock);
  app.countRequest();
  app.countRequest();
  expect(app.requests).toBe(2);
  clock.now = "2026-11-21T00:00:00Z";
  expect(app.requests).toBe(0);
  app.countRequest();
  expect(app.requests).toBe(1);
});
