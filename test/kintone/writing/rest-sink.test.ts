import { describe, expect, test } from "vitest";
import type { Written } from "../../../src/domain/sink";
import { retrying } from "../../../src/kintone/connection/retrying";
import { createTokenConnection } from "../../../src/kintone/connection/token-connection";
import { createRestSink } from "../../../src/kintone/writing/rest-sink";
import { values } from "../../contracts/sink-form";
import { json, lastRequest, page, scriptedServer } from "../connection/scripted-server";

const scripted = scriptedServer();
const plain = () => createTokenConnection({ baseUrl: scripted.baseUrl, apiTokens: ["t"], userAgent: "test" });
const sink = () => createRestSink(retrying(plain(), { retries: 2, minTimeout: 1, maxTimeout: 4 }));
const app = { appId: "7", guestSpaceId: "3" };
const record = values({ title: "a" });
const three = [record, record, record];
const add = () => sink().add(app, three);

describe("what is sent", () => {
  test("are the plural APIs, of one record too, with a revision", async () => {
    scripted.will(json(200, { ids: ["5"], revisions: ["1"] }));
    expect(await sink().add(app, [record])).toEqual({ outcome: "done", versions: [{ id: "5", revision: "1" }] });
    scripted.will(json(200, { records: [{ id: "5", revision: "2" }] }), json(200, {}));
    await sink().update(app, [{ id: "5", revision: "1", record }]);
    await sink().remove(app, [{ id: "5", revision: "2" }]);
    expect(scripted.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["POST", "/k/guest/3/v1/records.json", JSON.stringify({ app: "7", records: [record] })],
      [
        "PUT",
        "/k/guest/3/v1/records.json",
        JSON.stringify({ app: "7", records: [{ id: "5", revision: "1", record }] }),
      ],
      ["DELETE", "/k/guest/3/v1/records.json?app=7&ids[0]=5&revisions[0]=2", ""],
    ]);
  });

  test("is an address that kintone takes, also when a hundred records with long ids are deleted", async () => {
    scripted.will(json(200, {}));
    const many = Array.from({ length: 100 }, (_, index) => ({ id: String(9_999_999_000 + index), revision: "99999" }));
    await sink().remove(app, many);
    expect(encodeURI(lastRequest(scripted).url).length).toBeLessThan(8 * 1024);
  });
});

describe("the code says what became of a batch, whatever the status is", () => {
  const refusal = (status: number, code: string, errors?: object) =>
    json(status, { code, id: "x", message: "m", errors });

  test.each<[string, number, Written["outcome"]]>([
    ["GAIA_LO04", 520, "batch-refused"],
    ["GAIA_LO03", 400, "batch-refused"],
    ["GAIA_IL27", 520, "batch-refused"],
    ["GAIA_NEW1", 400, "batch-refused"],
    ["GAIA_CO02", 520, "changed-meanwhile"],
    ["GAIA_UN03", 409, "changed-meanwhile"],
    ["GAIA_RE01", 520, "gone"],
    ["GAIA_NEW1", 520, "unknown"],
    ["CB_IS01", 500, "unknown"],
    ["GAIA_NEW1", 413, "too-large"],
  ])("%s with %d: %s", async (code, status, outcome) => {
    scripted.will(refusal(status, code));
    expect(await add()).toMatchObject({ outcome, error: { answer: { code, status } } });
    expect(scripted.requests).toHaveLength(1);
  });

  test("no permission to add is of the app; to change or delete, perhaps of a record", async () => {
    const refused = refusal(403, "CB_NO02");
    scripted.will(refused, refused, refused);
    await expect(add()).rejects.toMatchObject({ code: "NO_PERMISSION", facts: { app: "7", guestSpaceId: "3" } });
    const version = { id: "5", revision: "1" };
    expect((await sink().update(app, [{ ...version, record }])).outcome).toBe("batch-refused");
    expect((await sink().remove(app, [version])).outcome).toBe("batch-refused");
  });

  const wrong = { messages: ["wrong"] };
  test.each<[string, object, Written["outcome"], object[]?]>([
    ["fields", { "records[2].数量.value": wrong }, "records-refused", [{ index: 2, fields: { 数量: ["wrong"] } }]],
    [
      "several of one",
      { "records[1].a.values[0].value": wrong, "records[0].b.value": wrong, "records[1].a.values": wrong },
      "records-refused",
      [
        { index: 0, fields: { b: ["wrong"] } },
        { index: 1, fields: { a: ["wrong", "wrong"] } },
      ],
    ],
    [
      "people, files and rows",
      {
        "records[0].u.values.value": wrong,
        "records[0].f.value[0].fileKey": wrong,
        "records[0].t.value[11].value.c.value": wrong,
        "records[0].t.value[1].value.c.values[0].value": wrong,
      },
      "records-refused",
      [{ index: 0, fields: { u: ["wrong"], f: ["wrong"], "t.c": ["wrong", "wrong"] } }],
    ],
    [
      "wrapped, in brackets, and fields that are called record and value",
      {
        "records[0].record.a.value": wrong,
        "records[0].record[表].value[0].value[中].value": wrong,
        "records[1].record.value": wrong,
        "records[1].value.value": wrong,
      },
      "records-refused",
      [
        { index: 0, fields: { a: ["wrong"], "表.中": ["wrong"] } },
        { index: 1, fields: { record: ["wrong"], value: ["wrong"] } },
      ],
    ],
    ["a record without a field", { "records[1].id": wrong }, "records-refused", [{ index: 1, fields: {} }]],
    ["the list", { records: wrong }, "batch-refused"],
    ["a record that was not sent", { "records[3].a.value": wrong }, "batch-refused"],
    ["nothing", {}, "batch-refused"],
  ])("CB_VA01 about %s", async (_what, errors, outcome, records) => {
    scripted.will(refusal(400, "CB_VA01", errors));
    expect(await add()).toMatchObject({ outcome, ...(records && { records }), error: { facts: { app: "7" } } });
  });
});

describe("without kintone's word", () => {
  test.each([502, 503, 500, 504, 408, 400, 403, 404])(
    "%d leaves open what became of it, and is sent once",
    async (status) => {
      scripted.will(page(status, "<p>somebody</p>"));
      expect(await add()).toMatchObject({ outcome: "unknown", error: { facts: { app: "7" } } });
      expect(scripted.requests).toHaveLength(1);
    },
  );

  test.each([413, 414])("%d is too much at a time", async (status) => {
    scripted.will(page(status, "<p>nginx</p>"));
    expect((await add()).outcome).toBe("too-large");
  });

  test.each([
    [401, "NOT_KINTONE"],
    [407, "UNREACHABLE"],
    [302, "NOT_KINTONE"],
  ])("who is turned away at the door with %d has done nothing", async (status, code) => {
    scripted.will(page(status, "", { Location: "/login" }));
    await expect(add()).rejects.toMatchObject({ code });
  });

  test.each<[string, unknown]>([
    ["nothing", null],
    ["no ids", {}],
    ["too few", { ids: ["1", "2"], revisions: ["1", "1"] }],
    ["one twice", { ids: ["1", "2", "2"], revisions: ["1", "1", "1"] }],
    ["one twice, beside all", { ids: ["1", "2", "3", "3"], revisions: ["1", "1", "1", "1"] }],
    ["no revisions", { ids: ["1", "2", "3"] }],
    ["what are no ids", { ids: ["1", "2", {}], revisions: ["1", "1", "1"] }],
    ["a text", { ids: "123", revisions: "111" }],
  ])("a success with %s leaves it open", async (_what, answer) => {
    scripted.will(json(200, answer));
    expect(await add()).toMatchObject({ outcome: "unknown", error: { code: "BAD_RESPONSE", facts: { app: "7" } } });
  });

  test("changes that are told in another order are put into that of the request", async () => {
    const [five, six] = ["5", "6"].map((id) => ({ id, revision: "2" }));
    scripted.will(json(200, { records: [six, five] }));
    const changes = [five!, six!].map(({ id }) => ({ id, revision: "1", record }));
    expect(await sink().update(app, changes)).toEqual({ outcome: "done", versions: [five, six] });
  });

  test("a success that tells of other changes, or has no JSON, leaves it open", async () => {
    const update = () => sink().update(app, [{ id: "5", revision: "1", record }]);
    scripted.will(json(200, { records: [{ id: "6", revision: "2" }] }), json(200, { records: [null] }));
    scripted.will(page(200, "<p>welcome</p>"));
    for (let answer = 0; answer < 3; answer += 1) expect((await update()).outcome).toBe("unknown");
  });
});

test("what proves that nothing was done is tried again, and rejects when it does not pass", async () => {
  const done = json(200, { ids: ["1", "2", "3"], revisions: ["1", "1", "1"] });
  const locked = ["GAIA_DA02", "GAIA_LT01", "GAIA_RE18"].map((code) => json(520, { code }));
  for (const passing of [json(429, { code: "GAIA_TO04" }), ...locked]) {
    scripted.will(passing, passing, done);
    expect((await add()).outcome).toBe("done");
    scripted.will(passing, passing, passing);
    await expect(add()).rejects.toMatchObject({ retryable: true });
  }
  expect(scripted.requests).toHaveLength(4 * 6);
});
