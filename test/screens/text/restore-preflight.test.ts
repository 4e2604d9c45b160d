import { describe, expect, it } from "vitest";
import { BackupError } from "../../../src/domain/errors";
import { parseCondition } from "../../../src/query/parse-condition";
import { QueryError, type QueryProblem, type QueryProblemCode } from "../../../src/query/query-error";
import type { Obstacle } from "../../../src/restore/preflight/obstacle";
import type { WrongPlan } from "../../../src/restore/plan/plan-file";
import type { PlanFileProblem } from "../../../src/restore/plan/read-plan-file";
import { describeWrongPlan, planFileLines } from "../../../src/screens/text/restore/plan-file/plan-file-sentences";
import type { Way } from "../../../src/restore/preflight/way";
import { describeConditionProblem } from "../../../src/screens/text/restore/condition/condition-problem";
import { restorePreflightMessagesFor } from "../../../src/screens/text/restore/preflight/language";
import { describeObstacle, describeWay } from "../../../src/screens/text/restore/preflight/obstacle-sentence";

const error = new BackupError("NO_PERMISSION", "no", {
  facts: { app: "12" },
  answer: { status: 403, code: "CB_NO02" },
});
const records = { count: 23, ids: ["7", "8"] };
const field = { field: "price", label: "単価", table: "rows" };
const lookup = { ...field, app: "45", records };
const problem: QueryProblem = { code: "UNKNOWN_FIELD", position: 4, facts: { field: "無い" } };

type Sentences = {
  [Code in Obstacle["code"]]: [
    found: Omit<Extract<Obstacle, { code: Code }>, "code" | "weight" | "ways">,
    said: string[],
  ];
};

const obstacles: Sentences = {
  NOTHING_TO_DO: [{}, []],
  FORM_CHANGED: [{}, []],
  NOT_READABLE: [{ error }, ["CB_NO02"]],
  CONDITION: [{ condition: "無い = 1", problems: [problem] }, ["無い = 1", "5"]],
  RECORDS_UNKNOWN: [{ records }, ["7", "23"]],
  ARCHIVE_NOT_TOLD: [{ error }, ["CB_NO02"]],
  UNTOLD_RESTORES: [
    {
      restores: [{ restoreId: "20261130T", startedAt: "2026-11-30T01:00:00Z", operator: "佐藤", adds: 1200 }],
      records,
    },
    ["20261130T", "佐藤", "1,200", "7", "23"],
  ],
  NOT_EXACT: [{ why: { reason: "incomplete", missing: 12 } }, ["12"]],
  MAY_BE_HIDDEN: [{ why: "rules", records: 5 }, ["5"]],
  REMOVALS: [
    { appName: "検査", records: 412, newer: 3, confirmed: { appName: "検査", records: 400 } },
    ["412", "400", "3"],
  ],
  LARGE: [{ touched: 600, present: 1000 }, ["600", "1,000"]],
  RIGHT: [{ right: "remove", lacking: "certain" }, []],
  RECORD_RIGHT: [{ right: "putBack", records }, ["7", "23"]],
  NOT_MANAGED: [{ records: 5 }, ["5"]],
  FIELD_HIDDEN: [field, ["単価", "price", "rows"]],
  FIELD_NOT_EDITABLE: [{ ...field, records }, ["単価", "23"]],
  FIELD_ABSENT: [{ ...field, type: "NUMBER", values: 340 }, ["単価", "340"]],
  FIELD_TYPE: [{ ...field, archived: "NUMBER", present: "DATE", values: 340 }, ["単価", "340"]],
  FIELD_PLACE: [{ ...field, present: "lines", values: 340 }, ["単価", "lines", "340"]],
  CHOICE_UNKNOWN: [{ choice: "given", name: "無い" }, ["無い", "given"]],
  REQUIRED_EMPTY: [{ ...field, records }, ["単価", "23"]],
  UNIQUE: [
    { ...field, records, clashes: [{ id: "12", value: "A-1", other: { of: "app", id: "90" } }] },
    ["12", "90", "A-1"],
  ],
  LIMIT: [{ ...field, records, limit: "maxLength", bound: "64", value: "長い" }, ["単価", "64", "長い"]],
  OPTION_GONE: [{ ...field, records, option: "C" }, ["単価", "C", "23"]],
  PERSON_GONE: [
    {
      people: "users",
      state: "gone",
      name: "tanaka",
      person: "田中",
      records,
      fields: [{ field: "Owner", records: 17 }],
    },
    ["田中", "tanaka", "Owner", "17"],
  ],
  PEOPLE_UNKNOWN: [{ people: "groups", count: 4, error }, ["4", "CB_NO02"]],
  LOOKUP_KEY: [{ ...lookup, problem: "gone", values: 3, value: "C-9" }, ["C-9", "45", "23"]],
  LOOKUP_NOT_READABLE: [{ ...lookup, error }, ["45", "CB_NO02"]],
  COPIES: [{ ...lookup, examples: [{ id: "7", field: "price", archived: "100", today: "120" }] }, ["100", "120", "23"]],
  FILES_MISSING: [{ files: 2, examples: [{ id: "7", file: "a.pdf" }], records }, ["a.pdf", "7"]],
  NO_ATTACHMENTS: [{ fields: [field] }, ["単価"]],
  FILE_TOO_LARGE: [{ id: "7", file: "a.zip", size: 2 ** 31, records }, ["a.zip", "2"]],
  REQUESTS: [{ needed: 9200, left: 8000, perAppAndDay: 10_000 }, ["9,200", "8,000", "10,000"]],
  NOTIFICATIONS: [{ settings: "some", writes: 900 }, ["900"]],
  PROCESS: [{ records: 5 }, ["5"]],
  CATEGORIES: [{ records: 5 }, ["5"]],
};

const ways: { [Name in Way["way"]]: [way: Omit<Extract<Way, { way: Name }>, "way">, said: string[]] } = {
  "rename-field": [{ field: "price", to: ["cost"] }, ["price"]],
  "leave-out-field": [{ field: "price" }, ["price"]],
  "give-value": [{ field: "price", type: "NUMBER", several: false }, ["price"]],
  "leave-out-records": [{ ids: ["1", "2", "3"] }, ["3"]],
  "replace-person": [{ people: "users", name: "tanaka", mayBeLeftOut: true }, ["tanaka"]],
  "replace-option": [{ field: "rank", option: "C", to: ["D"], mayBeLeftOut: true }, ["C"]],
  "leave-mode": [{ mode: "remove" }, []],
  confirm: [{ what: "large" }, []],
  "confirm-removals": [{ appName: "検査", records: 12 }, ["12"]],
};

const BROKEN = /undefined|NaN|\[object|あなた|null/;
/** In Japanese, lists may stand behind the last sentence. */
const ENDS: Readonly<Record<string, RegExp>> = { ja: /。/, en: /[.)]$/, zh: /[。)）]$/ };

describe.each(["ja", "en", "zh"])("before a restore, in %s", (language) => {
  const messages = restorePreflightMessagesFor(language);

  it.each(Object.entries(obstacles))("%s is said with its facts", (code, [found, said]) => {
    const sentence = describeObstacle(messages, { code, ...found, weight: "asks", ways: [] } as never);
    for (const fact of said) expect(sentence).toContain(fact);
    expect(sentence).not.toMatch(BROKEN);
    expect(sentence).toMatch(ENDS[language]!);
  });

  it.each(Object.entries(ways))("the way %s has a name", (way, [of, said]) => {
    const name = describeWay(messages, { way, ...of } as never);
    for (const fact of said) expect(name).toContain(fact);
    expect(name).not.toMatch(BROKEN);
  });

  it("other reasons of the same obstacle are said in other words", () => {
    const say = (found: object) => describeObstacle(messages, { weight: "asks", ways: [], ...found } as never);
    const several = [
      say({ code: "ARCHIVE_NOT_TOLD" }),
      ...["certain", "unknown"].map((lacking) => say({ code: "RIGHT", right: "add", lacking })),
      ...["rules", "unknown"].map((why) => say({ code: "MAY_BE_HIDDEN", why, records: 1 })),
      ...["some", "unknown"].map((settings) => say({ code: "NOTIFICATIONS", settings, writes: 1 })),
      ...[{ reason: "condition", query: "a = 1" }, { reason: "another-app" }].map((why) =>
        say({ code: "NOT_EXACT", why }),
      ),
      say({ code: "CHOICE_UNKNOWN", choice: "renamed", name: "a" }),
      ...[1, 0].map((values) => say({ code: "FIELD_ABSENT", ...field, type: "DATE", values })),
      say({ code: "LOOKUP_KEY", ...lookup, problem: "repeated", values: 1, value: "C-9" }),
    ];
    expect(new Set(several).size).toBe(several.length);
    expect(several.join("\n")).not.toMatch(BROKEN);
  });

  it("every problem of a condition is said, with its place", () => {
    const { condition } = messages.preflight;
    const facts = {
      found: "=>",
      expected: "operator",
      field: "単価",
      type: "NUMBER",
      operator: "like",
      operators: ["=", "in"],
    } as const;
    const sentences = (Object.keys(condition.problem) as QueryProblemCode[]).map((code) =>
      describeConditionProblem(condition, {
        ...{ code, position: 11 },
        facts: { ...facts, function: "TODAY", value: "x", max: 10, record: "7" },
      }),
    );
    for (const sentence of sentences) expect(sentence).toContain("12");
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.join("\n")).not.toMatch(BROKEN);
  });

  it("why a plan is not taken is said, with what it is for", () => {
    const { planFile } = messages.preflight;
    const problems: PlanFileProblem[] = [
      ...([{ reason: "not-json" }, { reason: "no-plan" }, { reason: "newer-version", version: 2 }] as const),
      ...(["missing", "unreadable", "unknown-name"] as const).map((reason) => ({ reason, field: "choices.given" })),
    ];
    const lines = planFileLines(planFile, "plan.json", problems);
    expect(lines[0]).toContain("plan.json");
    expect(lines.filter((line) => line.includes("choices.given"))).toHaveLength(3);
    const counts = { add: 412, putBack: 0, remove: 3 };
    const wrong: WrongPlan[] = [
      { reason: "another-archive", expected: "run 1", found: "run 2" },
      { reason: "another-app", expected: "https://a/k/1/", found: "https://a/k/2/" },
      { reason: "another-plan", expected: counts, found: { ...counts, add: 400 } },
    ];
    const said = wrong.map((why) => describeWrongPlan(planFile, why));
    for (const [at, facts] of [
      ["run 1", "run 2"],
      ["/k/1/", "/k/2/"],
      ["412", "400"],
    ].entries()) {
      for (const fact of facts) expect(said[at]).toContain(fact);
    }
    expect([...lines, ...said].join("\n")).not.toMatch(BROKEN);
    expect(new Set([...lines, ...said]).size).toBe(10);
  });

  it("an unfinished condition is said to end too early", () => {
    const problemOf = () => {
      try {
        parseCondition("price =");
      } catch (thrown) {
        if (thrown instanceof QueryError) return thrown.problem;
      }
      throw new Error("There is no problem");
    };
    const { condition } = messages.preflight;
    expect(describeConditionProblem(condition, problemOf())).toContain(condition.end);
  });
});
