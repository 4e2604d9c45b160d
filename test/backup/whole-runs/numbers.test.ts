import { beforeEach, describe, expect, it } from "vitest";
import { addGeneratedApp } from "../../emulator/domain/generated-app";
import { expectAgreement } from "./agreement";
import { addInspections, inspectionProperties } from "./inspections";
import { backedUpKintone, target } from "./run-against";

const kintone = backedUpKintone();
const { domain } = kintone;
beforeEach(() => domain.apps.clear());

const include = { records: true, attachments: true, comments: false, settings: false, administration: false };

it("12,000 records, of which some change", { timeout: 120_000 }, async () => {
  const app = addGeneratedApp(domain, { creator: "admin", records: 12_000, files: 20 });
  const run = await kintone.backUp([target(app.id, { include })], {
    before({ purpose, nth }) {
      if (purpose === "page" && nth === 20) [1, 500, 501, 11_999].forEach((id) => app.records.delete(id));
    },
  });
  expect(run.problems).toEqual([]);
  await expectAgreement(run, kintone, { appId: app.id });
  expect(run.facts(String(app.id))).toMatchObject({ firstId: "2", lastId: "12000", records: { written: 11_996 } });
});

it("an app without records has empty files, and that is a success", async () => {
  const app = addInspections(domain, { records: 0 });
  const run = await kintone.backUp([target(app.id)]);
  expect(run.outcome.status).toBe("success");
  await expectAgreement(run, kintone, { appId: app.id });
  for (const name of ["records", "comments"]) expect(run.text(`${app.id}/${name}.jsonl`)).toBe("");
});

it("200 targets in one run", { timeout: 120_000 }, async () => {
  const properties = { 品番: inspectionProperties.品番 };
  const apps = Array.from({ length: 200 }, (_, index) => {
    const app = domain.addApp({ name: `アプリ ${index}`, creator: "admin", properties });
    app.addRecord({ 品番: { value: `P-${index}` } });
    return app;
  });
  const run = await kintone.backUp(apps.map(({ id }) => target(id, { include })));
  expect(run.outcome.status).toBe("success");
  expect(run.manifest.targets.map(({ folder }) => folder)).toEqual(apps.map(({ id }) => String(id)));
  for (const [index, { id }] of apps.entries()) {
    expect((await run.records(String(id))).map((record) => record["品番"]?.value)).toEqual([`P-${index}`]);
  }
});

describe("a record with 105 comments", () => {
  const mention = { code: "sato", type: "USER" };
  const withComments = () => {
    const app = addInspections(domain, { records: 2 });
    for (let number = 1; number <= 105; number += 1) {
      app.addComment(1, {
        text: `コメント ${number}\n"二行目"`,
        creator: "sato",
        mentions: number % 7 === 0 ? [mention] : [],
      });
    }
    app.addComment(2, { text: "最後", creator: "admin" });
    return app;
  };
  type Line = { record: string; comment: { id: string; text: string; mentions: object[] } };
  const lines = (text: string) =>
    text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);

  it("has all of them, in order, with whom they mention", async () => {
    const app = withComments();
    const run = await kintone.backUp([target(app.id)]);
    expect(run.outcome.status).toBe("success");
    const comments = lines(run.text(`${app.id}/comments.jsonl`));
    expect(comments.map(({ record }) => record)).toEqual([...Array<string>(105).fill("1"), "2"]);
    expect(comments.map(({ comment }) => Number(comment.id))).toEqual([...comments.keys()].map((at) => at + 1));
    expect(comments[6]?.comment).toMatchObject({ text: 'コメント 7\n"二行目"', mentions: [mention] });
    expect(run.facts(String(app.id)).comments.written).toBe(106);
  });

  it.each([1, 10, 20, 55])("loses none when comment %i is deleted between two pages", async (gone) => {
    const app = withComments();
    const run = await kintone.backUp([target(app.id)], {
      before({ purpose, parameter }) {
        if (purpose !== "comments" || parameter("record") !== "1" || parameter("offset") === "0") return;
        app.records.setComments(
          1,
          app.records.comments(1).filter(({ id }) => id !== gone),
        );
      },
    });
    expect(run.outcome.status).toBe("success");
    const ids = lines(run.text(`${app.id}/comments.jsonl`)).map(({ comment }) => Number(comment.id));
    const others = Array.from({ length: 106 }, (_, at) => at + 1).filter((id) => id !== gone);
    // The deleted one may have been read before.
    expect(ids.filter((id) => id !== gone)).toEqual(others);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
