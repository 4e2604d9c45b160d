import { describe, expect, it } from "vitest";
import { sketch } from "../../emulator/rest/witness";
import { judgeByTypes } from "./client-types";
import type { Description, Schema } from "./description";
import { compare } from "./structure";

const word: Schema = { type: "string", enum: ["LIST", "CUSTOM"] };
const view: Schema = {
  type: "object",
  properties: { type: word, index: { type: "integer" }, pager: { type: "boolean" } },
};
const schema: Schema = {
  type: "object",
  properties: { views: { type: "object", additionalProperties: { $ref: "#/components/schemas/View" } } },
};
const description: Description = {
  version: "0",
  answers: new Map(),
  resolve: (given) => (given.$ref ? view : given),
};
const complaints = (given: unknown) =>
  compare({ views: { 一覧: given } }, schema, description).map(({ at, message }) => `${at} ${message}`);

describe("the description as a witness", () => {
  const good = { type: "LIST", index: "0", pager: true };

  it("takes what it describes, and leaves the types of texts and numbers to the client", () => {
    expect(complaints(good)).toEqual([]);
    expect(complaints({ ...good, index: 0 })).toEqual([]);
  });

  it.each([
    [{ type: "LIST", index: "0" }, "views.*.pager is missing"],
    [{ ...good, colour: "red" }, "views.*.colour is not described"],
    [{ ...good, type: "TABLE" }, 'views.*.type "TABLE" is not a described word'],
    [{ ...good, pager: "true" }, "views.*.pager should be a boolean"],
    [{ ...good, index: {} }, "views.*.index should be a integer"],
    [[], "views.* should be an object"],
  ])("complains about %j", (given, complaint) => expect(complaints(given)).toEqual([complaint]));

  it("expects nothing where nothing is described", () => {
    expect(compare({}, undefined, description)).toEqual([]);
    expect(compare({ id: "1" }, undefined, description)).toEqual([{ at: "", message: "should be {}" }]);
  });
});

it("the client's types take ids as texts only, and errors with an id, a code and a message", () => {
  const answers: Array<[endpoint: string, body: unknown, status?: number]> = [
    ["POST record.json", { id: "1", revision: "1" }],
    ["POST record.json", { id: 1, revision: "1" }],
    ["GET records.json", { records: [], totalCount: null }],
    ["GET record.json", { record: { 数値: { type: "NUMBER", value: 1 } } }],
    ["GET preview/app/deploy.json", { apps: [{ app: "1", status: "DONE" }] }],
    ["GET app.json", { id: "x", code: "GAIA_AP01", message: "" }, 404],
    ["GET apps.json", { code: "GAIA_AP01", message: "" }, 404],
  ];
  const judged = judgeByTypes(
    answers.map(([endpoint, body, status = 200]) => ({ endpoint, inGuestSpace: false, status, body })),
  );
  expect(judged.map(({ endpoint, at }) => `${endpoint} ${at}`)).toEqual([
    "POST record.json id",
    "GET record.json record.*.value",
    "GET preview/app/deploy.json apps[].status",
    "GET apps.json ",
  ]);
});

it("a complaint names its place behind texts with line separators too", () => {
  const body = { id: "a\u2028b\u2029c", revision: 1 };
  const judged = judgeByTypes([{ endpoint: "POST record.json", inGuestSpace: false, status: 200, body }]);
  expect(judged.map(({ at }) => at)).toEqual(["revision"]);
});

it("an answer is recorded once for every shape, with one item of each kind", () => {
  const text = { type: "SINGLE_LINE_TEXT", value: "a" };
  const other = { ...text, value: "b" };
  const list = { type: "CHECK_BOX", value: [] };
  expect(sketch([text, other, list])).toEqual({
    shape: "[{type:CHECK_BOX,value:[]}|{type:SINGLE_LINE_TEXT,value:string}]",
    sample: [other, list],
  });
});
