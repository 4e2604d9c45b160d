import { expect, it } from "vitest";
import { BackupError } from "../../src/domain/errors";
import type { RunOutcome } from "../../src/domain/outcome";
import { outcomeOf, plainOutcome } from "../../src/domain/plain";
import { errorOf, plainError } from "../../src/domain/plain-error";

const error = new BackupError("NO_PERMISSION", "no", {
  facts: { app: "16" },
  answer: { status: 403, code: "CB_NO02" },
});

const acceptance = { gap: "hidden-records/unknown", reason: "営業のみ", by: "admin", at: "2026-11-29T03:00:00Z" };

it("brings an error across as what it was", () => {
  const received = errorOf(structuredClone(plainError(error)));
  expect(received).toBeInstanceOf(BackupError);
  expect(received).toMatchObject({ code: "NO_PERMISSION", facts: { app: "16" }, answer: { code: "CB_NO02" } });
});

it("brings an outcome across with its dates and its problems", () => {
  const outcome = {
    status: "partial",
    startedAt: new Date(1),
    problems: [{ step: "deliver", error }],
    told: [{ step: "targets", error }],
    results: [
      {
        status: "failed",
        problems: [{ step: "settings", error }],
        accepted: [{ step: "records", error, accepted: [acceptance] }],
      },
    ],
  } as unknown as RunOutcome;
  const received = outcomeOf(structuredClone(plainOutcome(outcome)));
  expect(received.startedAt).toEqual(new Date(1));
  expect(received.problems[0]?.error).toBeInstanceOf(BackupError);
  expect(received.told[0]?.error).toBeInstanceOf(BackupError);
  expect(received.results[0]?.accepted[0]).toMatchObject({ error: { code: "NO_PERMISSION" }, accepted: [acceptance] });
  expect(received.results[0]?.accepted[0]?.error).toBeInstanceOf(BackupError);
  expect(received.results[0]?.problems[0]).toMatchObject({ step: "settings", error: { code: "NO_PERMISSION" } });
});
