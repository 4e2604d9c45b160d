import { describe, expect, it } from "vitest";
import type { RunProgress } from "../../../src/backup/run-progress";
import { BackupError } from "../../../src/domain/errors";
import { STARTED, changedRun, shareDone } from "../../../src/screens/run/run-state";

const progress: RunProgress = {
  phase: "reading",
  records: { done: 5, total: 20 },
  attachments: { done: 1, total: 2 },
  bytes: { done: 100 },
  requests: { done: 7 },
};
const failed = { kind: "failed", error: new BackupError("NETWORK", "gone") } as const;

describe("changedRun", () => {
  it("keeps telling that it is being cancelled while reports still come in", () => {
    const cancelling = changedRun(STARTED, { kind: "cancel" });
    expect(changedRun(cancelling, { kind: "progress", progress })).toEqual({
      kind: "running",
      cancelling: true,
      progress,
    });
  });

  it("begins only when a question before it was answered so", () => {
    const question = { heading: "Really?", sentences: ["It is large."], choices: [{ text: "Yes", answer: true }] };
    const asking = changedRun(STARTED, { kind: "ask", question });
    expect(asking).toEqual({ kind: "asking", question });
    expect(changedRun(asking, { kind: "progress", progress })).toBe(asking);
    expect(changedRun(asking, { kind: "go-on" })).toEqual(STARTED);
  });

  it("stays as it ended", () => {
    const ended = changedRun(STARTED, failed);
    expect(ended).toEqual(failed);
    expect(changedRun(ended, { kind: "progress", progress })).toBe(ended);
    expect(changedRun(ended, { kind: "cancel" })).toBe(ended);
  });
});

describe("shareDone", () => {
  it("is of records while reading and of bytes afterwards", () => {
    expect(shareDone(progress)).toBe(0.25);
    expect(shareDone({ ...progress, phase: "verifying", bytes: { done: 1, total: 2 } })).toBe(0.5);
  });

  it.each<[string, RunProgress]>([
    ["the whole is not known", { ...progress, records: { done: 5 } }],
    ["there is nothing to do", { ...progress, records: { done: 0, total: 0 } }],
    ["more came than was expected", { ...progress, records: { done: 21, total: 20 } }],
    ["the phase is not measured", { ...progress, phase: "recording" }],
  ])("is not invented when %s", (_, unknown) => expect(shareDone(unknown)).toBeUndefined());
});
