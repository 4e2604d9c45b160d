import { describe, expect, it } from "vitest";
import type { AppRecord } from "../../../src/domain/record-store";
import { formFields } from "../../../src/history/app-definition/fields";
import { japanese } from "../../../src/history/app-definition/japanese";
import {
  aliveRun,
  finishedRun,
  interruptedRun,
  reportedResults,
  startedRun,
} from "../../../src/history/runs/run-fields";
import { lockHolder } from "../../../src/history/lock/lock";
import { failure, outcome, start, success } from "./runs";

const describeProblem = ({ step, error }: { step: string; error: { code: string } }) => `${step}: ${error.code}`;
const fields = formFields(japanese);

/** Every value as its field's type takes it, so that kintone does not refuse or ignore it. */
function expectWritable(values: object, definitions: typeof fields) {
  for (const [code, { value }] of Object.entries(values) as Array<[string, { value: unknown }]>) {
    const definition = definitions[code];
    expect(definition, code).toBeDefined();
    switch (definition?.type) {
      case "DROP_DOWN":
        expect(["", ...Object.keys(definition.options ?? {})]).toContain(value);
        break;
      case "NUMBER":
        expect(value).toMatch(/^(\d+(\.\d+)?)?$/);
        break;
      case "DATETIME":
        expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/);
        break;
      case "SUBTABLE":
        for (const row of value as Array<{ value: object }>) expectWritable(row.value, definition.fields ?? {});
        break;
      case "CHECK_BOX":
        expect(value).toEqual([]);
        break;
      default:
        expect(value).toBeTypeOf("string");
    }
  }
}

describe("a run as values of the app's fields", () => {
  it("gives every field what its type takes", () => {
    expectWritable(startedRun(start, "0.1.0"), fields);
    expectWritable({ ...aliveRun(start.startedAt), ...reportedResults([success, failure], describeProblem) }, fields);
    expectWritable(finishedRun(outcome, describeProblem), fields);
  });

  it("keeps the exact times beside those that kintone cuts to the minute", () => {
    const values = { ...startedRun(start, "0.1.0"), ...finishedRun(outcome, describeProblem) };
    expect(values.run_started_at?.value).toBe("2026-11-23T03:00:00Z");
    expect(values.run_started_exact?.value).toBe("2026-11-23T03:00:07.123Z");
    expect(values.run_finished_exact?.value).toBe("2026-11-23T03:04:59.999Z");
  });

  it("tells of a target that failed where it stopped first, and every reason", () => {
    const rows = finishedRun(outcome, describeProblem).run_results?.value as Array<{ value: unknown }>;
    expect(rows[1]?.value).toMatchObject({
      result_app_id: { value: "12" },
      result_guest_space_id: { value: "3" },
      result_status: { value: "failed" },
      result_step: { value: "records" },
      result_error_code: { value: "NO_PERMISSION" },
      result_kintone_code: { value: "CB_NO02" },
      result_message: { value: "records: NO_PERMISSION\nverify: COUNT_MISMATCH" },
    });
    expect(rows[0]?.value).toMatchObject({ result_message: { value: "" }, result_seconds: { value: "12" } });
  });

  it("says for the list of runs what went wrong as a whole and with which targets", () => {
    expect(finishedRun(outcome, describeProblem).run_message?.value).toBe(
      "deliver: DELIVERY_FAILED\n図面: records: NO_PERMISSION",
    );
    const clean = { ...outcome, problems: [], results: [success] };
    expect(finishedRun(clean, describeProblem).run_message?.value).toBe("");
  });

  it("sums up in a report what the targets have so far", () => {
    const values = reportedResults([success, { ...failure, records: 5 }], describeProblem);
    expect(values.run_records?.value).toBe("1205");
    expect(values).not.toHaveProperty("run_status");
    expect(values).not.toHaveProperty("run_lock");
  });
});

describe("a run read from its record", () => {
  const record = {
    $id: { type: "__ID__", value: "5" },
    $revision: { type: "__REVISION__", value: "9" },
    run_id: { type: "SINGLE_LINE_TEXT", value: "r1" },
    run_operator_code: { type: "SINGLE_LINE_TEXT", value: "sato" },
    run_operator_name: { type: "SINGLE_LINE_TEXT", value: "" },
    run_started_exact: { type: "SINGLE_LINE_TEXT", value: "2026-11-23T03:00:07.123Z" },
    Updated_datetime: { type: "UPDATED_TIME", value: "2026-11-23T03:10:00Z" },
    run_results: {
      type: "SUBTABLE",
      value: [
        { id: "71", value: { result_status: { type: "DROP_DOWN", value: "success" } } },
        {
          id: "72",
          value: {
            result_status: { type: "DROP_DOWN", value: "running" },
            result_message: { type: "MULTI_LINE_TEXT", value: "running" },
          },
        },
      ],
    },
  } as unknown as AppRecord;

  it("tells who holds the lock, whatever the update time's code is", () => {
    expect(lockHolder(record)).toEqual({
      recordId: "5",
      revision: "9",
      runId: "r1",
      isRestore: false,
      operator: "sato",
      startedAt: "2026-11-23T03:00:07.123Z",
      lastReport: new Date("2026-11-23T03:10:00Z"),
    });
  });

  it("becomes interrupted in what was under way, and only there", () => {
    expect(interruptedRun(record)).toEqual({
      run_lock: { value: "" },
      run_status: { value: "interrupted" },
      run_results: {
        value: [
          { id: "71", value: { result_status: { value: "success" } } },
          { id: "72", value: { result_status: { value: "interrupted" }, result_message: { value: "running" } } },
        ],
      },
    });
  });
});
