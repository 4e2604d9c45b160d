import { describe, expect, it } from "vitest";
import { createDomain } from "../domain/domain";
import { KintoneError } from "../errors/kintone-error";
import { parseQuery } from "../query/query";
import { select } from "../records/select";

// The table "operators and functions per field" of https://cybozu.dev/ja/kintone/docs/overview/query/
const order = ["=", "!=", ">", "<", ">=", "<="];
const membership = ["in", "not in"];
const words = ["like", "not like", "is empty", "is not empty"];
const operators = [...order, ...membership, ...words];
const allowed: Record<string, string[]> = {
  $id: [...order, ...membership],
  RECORD_NUMBER: [...order, ...membership],
  CREATOR: membership,
  MODIFIER: membership,
  CREATED_TIME: order,
  UPDATED_TIME: order,
  SINGLE_LINE_TEXT: ["=", "!=", ...membership, "like", "not like"],
  LINK: ["=", "!=", ...membership, "like", "not like"],
  NUMBER: [...order, ...membership],
  CALC: [...order, ...membership],
  MULTI_LINE_TEXT: words,
  RICH_TEXT: words,
  CHECK_BOX: membership,
  RADIO_BUTTON: membership,
  DROP_DOWN: membership,
  MULTI_SELECT: membership,
  FILE: words,
  DATE: order,
  TIME: order,
  DATETIME: order,
  USER_SELECT: membership,
  ORGANIZATION_SELECT: membership,
  GROUP_SELECT: membership,
  STATUS: ["=", "!=", ...membership],
  STATUS_ASSIGNEE: membership,
  CATEGORY: [],
};
/** Which types `order by` takes: measured by rex0220/kintone-sql-tools `docs/internal/ksql_local_order_by_draft.md`. */
const sortable = new Set(
  (
    "$id RECORD_NUMBER SINGLE_LINE_TEXT NUMBER CALC DATE DATETIME TIME CREATED_TIME UPDATED_TIME DROP_DOWN RADIO_BUTTON " +
    "STATUS LINK CREATOR MODIFIER"
  ).split(" "),
);

const domain = createDomain({ now: () => new Date("2026-11-20T03:00:00Z") });
domain.people.addUser({ code: "admin", name: "管理者", password: "kintone" });
const options = { 赤: { label: "赤", index: "0" }, 青: { label: "青", index: "1" } };
const named = Object.keys(allowed).filter((type) => type !== "$id");
const state = (name: string, index: string) => ({ name, index, assignee: { type: "ONE" as const, entities: [] } });
const app = domain.addApp({
  name: "型",
  creator: "admin",
  process: { enable: true, states: { 未処理: state("未処理", "0"), 完了: state("完了", "1") }, actions: [] },
  properties: Object.fromEntries(
    named.map((type) => [
      type,
      {
        type,
        code: type,
        label: type,
        ...(/BOX|BUTTON|DROP|MULTI_SELECT/.test(type) && { options }),
        ...(type === "CALC" && { expression: "NUMBER * 2", format: "NUMBER" }),
        ...(/^(STATUS|CATEGORY)/.test(type) && { enabled: true }),
      },
    ]),
  ),
});

const values: Record<string, string> = {
  CHECK_BOX: "赤",
  RADIO_BUTTON: "赤",
  DROP_DOWN: "赤",
  MULTI_SELECT: "赤",
  DATE: "2026-11-20",
  TIME: "09:00",
  STATUS: "完了",
  USER_SELECT: "admin",
};
function literalFor(type: string): string {
  return values[type] ?? (/TIME$/.test(type) ? "2026-11-20T00:00:00Z" : "1");
}

function codeOf(text: string): string | undefined {
  const asker = { domain, app, properties: app.settings.properties, userCode: "admin", timezone: "Asia/Tokyo" };
  try {
    select(parseQuery(text), asker, () => true, { limit: 100 });
    return undefined;
  } catch (error) {
    if (error instanceof KintoneError) return error.code;
    throw error;
  }
}

describe.each(Object.entries(allowed))("a condition on %s", (type, own) => {
  it.each(operators)("with %s", (operator) => {
    const literal = `"${literalFor(type)}"`;
    const listed = membership.includes(operator) ? `(${literal})` : literal;
    const operand = operator.startsWith("is") ? "" : listed;
    expect(codeOf(`${type} ${operator} ${operand}`)).toBe(own.includes(operator) ? undefined : "GAIA_IQ03");
  });

  it("as a sort key", () => {
    expect(codeOf(`order by ${type} asc`)).toBe(sortable.has(type) ? undefined : "GAIA_IS02");
  });
});

describe("a function on the right", () => {
  const days = ["TODAY()", "YESTERDAY()", "TOMORROW()", "FROM_TODAY(-1, WEEKS)", "LAST_WEEK(MONDAY)", "NEXT_YEAR()"];
  it.each([...days, "THIS_MONTH(LAST)"])("%s is a day for dates and times of a day", (name) => {
    for (const type of ["DATE", "DATETIME", "CREATED_TIME", "UPDATED_TIME"]) {
      expect(codeOf(`${type} >= ${name}`)).toBeUndefined();
    }
    for (const type of ["NUMBER", "TIME", "SINGLE_LINE_TEXT"]) expect(codeOf(`${type} = ${name}`)).toBe("CB_VA01");
  });

  it("means somebody only where people are chosen", () => {
    for (const type of ["CREATOR", "MODIFIER", "USER_SELECT", "STATUS_ASSIGNEE"]) {
      expect(codeOf(`${type} in (LOGINUSER())`)).toBeUndefined();
    }
    expect(codeOf("ORGANIZATION_SELECT in (PRIMARY_ORGANIZATION())")).toBeUndefined();
    expect(codeOf("GROUP_SELECT in (LOGINUSER())")).toBe("CB_VA01");
    expect(codeOf("DATE = NOW()")).toBe("CB_VA01");
    expect(codeOf("DATETIME <= NOW()")).toBeUndefined();
  });
});

describe("a choice that the field does not have", () => {
  // SonicGarden/kintone-emulator `records-query.test.ts` and rex0220/kintone-sql-tools, both against a real domain
  it.each(["CHECK_BOX", "RADIO_BUTTON", "DROP_DOWN", "MULTI_SELECT", "STATUS"])("is refused for %s", (type) => {
    expect(codeOf(`${type} in ("無い")`)).toBe("GAIA_IQ10");
    expect(codeOf(`${type} not in ("無い")`)).toBe("GAIA_IQ10");
  });

  it("is looked at before the operator is", () => expect(codeOf('RADIO_BUTTON = "無い"')).toBe("GAIA_IQ10"));
});
