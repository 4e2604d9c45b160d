import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { startEmulator } from "../server";
import type { Emulator } from "../server";

/**
 * Answers that public projects recorded from real domains: requests in, status and body out.
 * js-sdk: kintone-labs/kintone-js-sdk `test/resources/kintoneErrorMessage.json`. probe: cy-takeuchi/monosashi, whose measurements of updateRecord
 * are in `fixtures/write-behavior.md`. ksql: rex0220/kintone-sql-tools `docs/internal/`. sonic:
 * SonicGarden/kintone-emulator `doc/`.
 */
const domain = createDomain();
let emulator: Emulator;

const choice = { options: { A: { label: "A", index: "0" }, B: { label: "B", index: "1" } } };
const field = (type: string, code: string, more = {}) => ({ [code]: { type, code, label: code, ...more } });

beforeAll(async () => {
  const english = { password: "kintone", language: "en" };
  domain.people.addUser({ code: "admin", name: "Administrator", systemAdministrator: true, ...english });
  domain.people.addUser({ code: "sato", name: "Sato", ...english });
  const app = domain.addApp({
    id: 1,
    name: "recorded",
    creator: "admin",
    properties: {
      ...field("RECORD_NUMBER", "Record_number"),
      ...field("CREATOR", "Created_by"),
      ...field("CREATED_TIME", "Created_datetime"),
      ...field("MODIFIER", "Updated_by"),
      ...field("UPDATED_TIME", "Updated_datetime"),
      ...field("STATUS", "Status", { enabled: false }),
      ...field("STATUS_ASSIGNEE", "Assignee", { enabled: false }),
      ...field("CATEGORY", "Categories", { enabled: false }),
      ...field("SINGLE_LINE_TEXT", "key", { unique: true }),
      ...field("NUMBER", "number", { unique: true }),
      ...field("NUMBER", "amount", { maxValue: "64" }),
      ...field("NUMBER", "free"),
      ...field("SINGLE_LINE_TEXT", "short", { minLength: "2", maxLength: "10", defaultValue: "ab" }),
      ...field("DROP_DOWN", "choice", choice),
      ...field("CALC", "calc", { expression: "amount * 2", format: "NUMBER" }),
      ...field("GROUP", "group"),
      ...field("SUBTABLE", "table", { fields: field("NUMBER", "cell") }),
    },
  });
  app.addRecord({ key: { value: "K-1" }, number: { value: "5" } });
  app.addComment(1, { text: "checked ", creator: "sato" });
  domain
    .addApp({ id: 2, name: "silent", creator: "admin", properties: {}, settings: { enableComments: false } })
    .addRecord({});
  const state = (name: string, index: string, users: string[]) => {
    const entities = users.map((code) => ({ entity: { type: "USER", code }, includeSubs: false }));
    return { [name]: { name, index, assignee: { type: "ONE" as const, entities } } };
  };
  const action = (name: string, from: string, to: string) => ({ name, from, to, filterCond: "", type: "PRIMARY" });
  const process = {
    enable: true,
    states: { ...state("Open", "0", []), ...state("Check", "1", ["sato"]), ...state("Closed", "2", []) },
    actions: [action("check", "Open", "Check"), action("close", "Open", "Closed"), action("reopen", "Check", "Open")],
  };
  domain.addApp({ id: 3, name: "process", creator: "admin", properties: {}, process }).addRecord({});
  domain.apps.get(3)?.addRecord({}, { status: "Check", assignees: ["sato"] });
  emulator = await startEmulator({ domain });
});
afterAll(() => emulator.close());

async function ask(method: string, path: string, body?: object, user = "admin") {
  const response = await fetch(`${emulator.url}/k/v1/${path}`, {
    method,
    headers: {
      "X-Cybozu-Authorization": Buffer.from(`${user}:kintone`).toString("base64"),
      ...(body && { "Content-Type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

type Recording = [what: string, request: [string, string, object?, string?], status: number, answer: object];
const invalid = (path: string, ...messages: string[]) => ({
  code: "CB_VA01",
  message: "Missing or invalid input.",
  errors: { [path]: { messages } },
});
const ofRecord = (record: object) => ({ app: 1, id: 1, record });
const byKey = (code: string, value: string, record = {}) => ({ app: 1, updateKey: { field: code, value }, record });

describe("the answer that was recorded", () => {
  it.each<Recording>([
    ["js-sdk", ["GET", "app.json"], 400, invalid("id", "Required field.")],
    ["js-sdk", ["GET", "app.json?id=x"], 400, invalid("id", "Enter an integer value.")],
    ["js-sdk", ["GET", "app.json?id=-1"], 400, invalid("id", "must be greater than or equal to 1")],
    ["js-sdk", ["GET", "apps.json?limit=101"], 400, invalid("limit", "must be less than or equal to 100")],
    [
      "js-sdk",
      ["POST", "preview/app.json", { name: "x".repeat(65) }],
      400,
      invalid("name", "Name must be between 1 and 64 characters."),
    ],
    ["js-sdk", ["POST", "preview/app/deploy.json", { apps: [{}] }], 400, invalid("apps[0].app", "Required field.")],
    [
      "js-sdk",
      ["POST", "preview/app/deploy.json", { apps: [{ app: 1 }, { app: 1 }] }],
      400,
      invalid("apps[1].app", "App ID is duplicated."),
    ],
    [
      "js-sdk",
      ["POST", "preview/app/deploy.json", { apps: [{ app: 1 }], revert: "x" }],
      400,
      invalid("revert", "must be boolean."),
    ],
    [
      "js-sdk",
      ["POST", "preview/app/deploy.json", { apps: [{ app: 1, revision: 99 }] }],
      409,
      { code: "GAIA_CO03", message: "The revision is not the latest. Someone may update the app settings (ID: 1)." },
    ],
    [
      "js-sdk",
      ["DELETE", "preview/app/form/fields.json", { app: 1 }],
      400,
      invalid("fields", "Required field.", "size must be between 1 and 100"),
    ],
    [
      "js-sdk",
      ["PUT", "preview/app/form/fields.json", { app: 1, properties: { no: {} } }],
      400,
      { code: "GAIA_FC01", message: "The field (code: no) not found." },
    ],
    ["js-sdk", ["PUT", "preview/app/form/layout.json", { app: 1 }], 400, invalid("layout", "Required field.")],
    [
      "js-sdk",
      ["PUT", "preview/app/form/layout.json", { app: 1, layout: [{ type: "NO" }] }],
      400,
      invalid("layout[0].type", "must be one of the enum value"),
    ],
    [
      "js-sdk",
      [
        "PUT",
        "preview/app/form/layout.json",
        { app: 1, layout: [{ type: "ROW", fields: [{ type: "NUMBER", code: "no" }] }] },
      ],
      400,
      invalid("layout[0].fields[0].code", "Failed to update form. Field (code: no) is not found."),
    ],
    [
      "js-sdk",
      [
        "PUT",
        "preview/app/form/layout.json",
        { app: 1, layout: [{ type: "ROW", fields: [{ type: "LINK", code: "key" }] }] },
      ],
      400,
      invalid(
        "layout[0].fields[0].type",
        "Failed to update form. The type of the field (code: key) does not match the type parameter.",
      ),
    ],
    [
      "js-sdk",
      ["PUT", "preview/app/form/layout.json", { app: 1, layout: [{ type: "SUBTABLE", code: "table", fields: [] }] }],
      400,
      invalid(
        "layout[0].fields",
        "Failed to update form. The format of table table is not valid. Some fields may be missing or the specified fields may not exist in the table.",
      ),
    ],
    [
      "js-sdk",
      ["PUT", "preview/app/views.json", { app: 1, views: { v: { type: "LIST" } } }],
      400,
      invalid("views[v].index", "Required field."),
    ],
    [
      "js-sdk",
      ["PUT", "preview/app/views.json", { app: 1, views: { v: { index: 0 } } }],
      400,
      invalid("views[v].type", "Required field."),
    ],
    [
      "js-sdk",
      ["PUT", "preview/app/views.json", { app: 1, views: { v: { index: 0, type: "LIST", name: "w" } } }],
      400,
      {
        code: "GAIA_IN01",
        message: "Failed to update view. Key v does not match the value of w in the name parameter.",
      },
    ],
    ["js-sdk", ["GET", "records.json?app=1&query=x+is"], 400, invalid("query", "unsupported query format")],
    ["js-sdk", ["GET", "records.json?app=1&totalCount=x"], 400, invalid("totalCount", "must be boolean.")],
    [
      "js-sdk",
      ["PUT", "record.json", { app: 1, id: 1, revision: -2 }],
      400,
      invalid("revision", "must be greater than or equal to -1"),
    ],
    [
      "js-sdk",
      ["PUT", "record.json", ofRecord({ amount: { value: 65 } })],
      400,
      invalid("record.amount.value", "The value must be 64 or less."),
    ],
    [
      "js-sdk",
      ["PUT", "record.json", byKey("no", "1")],
      400,
      { code: "GAIA_IQ11", message: "Specified field (no) not found." },
    ],
    [
      "js-sdk",
      ["PUT", "record.json", byKey("free", "1")],
      400,
      {
        code: "GAIA_IQ27",
        message:
          'Failed to update record. The field (code: free) set as "updateKey" must be set to "Prohibit duplicate values".',
      },
    ],
    [
      "js-sdk",
      ["PUT", "record.json", byKey("key", "K-9")],
      404,
      { code: "GAIA_RE20", message: 'No records match the conditions specified in the "updateKey" field.' },
    ],
    [
      "js-sdk",
      ["POST", "record.json", { app: 1, record: { Created_by: { value: { code: "sato" } } } }, "sato"],
      403,
      {
        code: "GAIA_BF02",
        message: 'App permissions are required to add records with specifying a value in the "CREATOR" field.',
      },
    ],
    [
      "js-sdk",
      ["POST", "record.json", { app: 1, record: { Status: { value: "x" } } }],
      400,
      { code: "GAIA_UN10", message: "Cannot update field whose type is STATUS." },
    ],
    [
      "js-sdk",
      ["DELETE", "record/comment.json", { app: 1, record: 1, comment: 1 }],
      403,
      {
        code: "GAIA_RE03",
        message: "Cannot delete the comment (ID: 1). The comment was posted by someone other than you.",
      },
    ],
    [
      "js-sdk",
      ["GET", "record/comments.json?app=2&record=1"],
      403,
      { code: "GAIA_RE12", message: "Comment feature is disabled." },
    ],
    [
      "js-sdk",
      ["POST", "record/comment.json", { app: 1, record: 1, comment: { text: "x", mentions: [{ code: "sato" }] } }],
      400,
      invalid("comment.mentions[0].type", "Required field."),
    ],
    [
      "js-sdk",
      [
        "POST",
        "record/comment.json",
        { app: 1, record: 1, comment: { text: "x", mentions: [{ code: "no", type: "USER" }] } },
      ],
      400,
      { code: "GAIA_IL26", message: "The specified user (code：no) not found." },
    ],
    [
      "js-sdk",
      ["PUT", "record/status.json", { app: 1, id: 1, action: "x" }],
      400,
      { code: "GAIA_ST02", message: "Your request failed. The process management feature has been disabled." },
    ],
    [
      "js-sdk",
      ["PUT", "record/status.json", { app: 3, id: 1, action: "check" }],
      400,
      { code: "GAIA_SA01", message: "Assignee is required." },
    ],
    [
      "js-sdk",
      ["PUT", "record/status.json", { app: 3, id: 1, action: "close", assignee: "sato" }],
      400,
      { code: "GAIA_SA04", message: "Failed to update status. Assignee cannot be specified by the action." },
    ],
    [
      "js-sdk",
      ["PUT", "record/status.json", { app: 3, id: 2, action: "reopen" }],
      400,
      { code: "GAIA_NT01", message: "Only Assignee can change the status." },
    ],
    [
      "probe",
      ["PUT", "record.json", ofRecord({ Record_number: { value: "9" } })],
      400,
      { code: "GAIA_UN10", message: "Cannot update field whose type is RECORD_ID." },
    ],
    [
      "probe",
      ["PUT", "record.json", ofRecord({ Created_datetime: { value: "2020-01-01T00:00:00Z" } })],
      400,
      { code: "GAIA_UN10", message: "Cannot update field whose type is CREATED_AT." },
    ],
    [
      "probe",
      ["PUT", "record.json", ofRecord({ Updated_by: { value: { code: "sato" } } })],
      400,
      { code: "GAIA_UN10", message: "Cannot update field whose type is MODIFIER." },
    ],
    [
      "probe",
      ["PUT", "record.json", ofRecord({ Assignee: { value: [] } })],
      400,
      { code: "GAIA_UN10", message: "Cannot update field whose type is STATUS_ASSIGNEE." },
    ],
    [
      "probe",
      ["PUT", "record.json", ofRecord({ group: { value: "" } })],
      400,
      { code: "GAIA_UN10", message: "Cannot update field whose type is GROUP." },
    ],
    ["probe", ["PUT", "record.json", ofRecord({ Categories: { value: [] } })], 400, { code: "GA_UO01" }],
    [
      "ksql",
      ["PUT", "record.json", ofRecord({ free: { value: "9999999999999" } })],
      400,
      { code: "CB_VA01", errors: { "record.free.value": {} } },
    ],
    [
      "ksql",
      ["PUT", "record.json", ofRecord({ short: { value: "😀😀😀😀😀😀" } })],
      400,
      invalid("record.short.value", "Enter less than 11 characters."),
    ],
    [
      "ksql",
      [
        "PUT",
        "records.json",
        { app: 1, upsert: true, records: [{ updateKey: { field: "key", value: "" }, record: {} }] },
      ],
      400,
      invalid("records[0].updateKey.value", "Required field."),
    ],
    [
      "ksql",
      [
        "PUT",
        "records.json",
        {
          app: 1,
          upsert: true,
          records: [{ updateKey: { field: "key", value: "a" }, record: { key: { value: "a" } } }],
        },
      ],
      400,
      { code: "CB_VA01", errors: { "records[0].record[key]": {} } },
    ],
    [
      "ksql",
      [
        "PUT",
        "records.json",
        { app: 1, upsert: true, records: [1, 2].map(() => ({ updateKey: { field: "key", value: "a" }, record: {} })) },
      ],
      400,
      { code: "GAIA_IQ28" },
    ],
    [
      "sonic",
      ["PUT", "record.json", ofRecord({ short: { value: "" } })],
      400,
      invalid("record.short.value", "Enter more than 1 characters."),
    ],
    [
      "sonic",
      ["PUT", "record.json", ofRecord({ free: { value: ".5" } })],
      400,
      invalid("record[free].value", "Only numbers are allowed."),
    ],
    [
      "sonic",
      ["PUT", "record.json", ofRecord({ amount: { value: "64.00004" } })],
      400,
      invalid("record.amount.value", "The value must be 64 or less."),
    ],
  ])("%s: %j", async (_, [method, path, body, user], status, answer) => {
    const given = await ask(method, path, body, user);
    expect({ status: given.status, ...given.body }).toMatchObject({ status, ...answer });
  });

  it("ksql: `5.0` is the key 5, the key's value comes from the key, and INSERT and UPDATE are told", async () => {
    const records = [
      byKey("number", "5.0", { choice: { value: "A" } }),
      byKey("number", "6", { choice: { value: "B" } }),
    ];
    const { body } = await ask("PUT", "records.json", { app: 1, upsert: true, records });
    const [updated, inserted] = body.records as Array<{ id: string; operation: string }>;
    expect([updated?.id, updated?.operation, inserted?.operation]).toEqual(["1", "UPDATE", "INSERT"]);
    const { body: added } = await ask("GET", `record.json?app=1&id=${inserted?.id ?? ""}`);
    expect(added.record).toMatchObject({ number: { value: "6" }, choice: { value: "B" } });
  });

  it("probe: calculated and unknown fields, `$id`, `$revision` and what only screens know are overlooked", async () => {
    const record = {
      $id: { type: "__ID__", value: "9" },
      $revision: { type: "__REVISION__", value: "1" },
      calc: { type: "CALC", value: "999" },
      unknown: { value: "x" },
      free: { type: "NUMBER", value: "1", disabled: true, error: null },
    };
    expect((await ask("PUT", "record.json", ofRecord(record))).status).toBe(200);
  });

  it.each([
    ["12.34567", "12.3457"],
    ["0.00005", "0"],
    ["-0.00005", "0"],
    ["999999999999", "999999999999"],
    [" 42 ", "42"],
    ["1.5e1", "15"],
  ])("ksql and sonic: the number %s is kept as %s", async (value, kept) => {
    await ask("PUT", "record.json", ofRecord({ free: { value } }));
    const { body } = await ask("GET", "record.json?app=1&id=1");
    expect(body.record).toMatchObject({ free: { value: kept } });
  });

  it("sonic: in a table `.5` and full-width digits are numbers, and what is none is empty", async () => {
    const rows = [".5", "１２", "abc", "1,000"].map((value) => ({ value: { cell: { value } } }));
    await ask("PUT", "record.json", ofRecord({ table: { value: rows } }));
    const { body } = await ask("GET", "record.json?app=1&id=1");
    const { table } = body.record as { table: { value: Array<{ value: { cell: { value: string } } }> } };
    expect(table.value.map((row) => row.value.cell.value)).toEqual(["0.5", "12", "", ""]);
  });
});
