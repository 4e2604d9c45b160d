import { describe, expect, it } from "vitest";
import type { ArchiveCheck } from "../../../src/screens/verify/archive-check";
import { judge } from "../../../src/screens/verify/judgement";

const volume = (name: string, digit: string) => ({ name, size: 10, sha256: digit.repeat(64) });
const ONE = volume("b.zip", "1");
const TWO = volume("b.part02.zip", "2");
const TOLD = { runId: "r", volumes: [ONE, TWO], archiveDigest: "d", digestAgrees: true };
const SOUND: ArchiveCheck = {
  ...{ files: [ONE, TWO], foreign: [], findings: [], counts: { entries: 0, bytes: 0 } },
  ...{ targets: [], backup: { targets: 1, records: 0, attachments: 0, comments: 0 } },
};
const found = (code: ArchiveCheck["findings"][number]["code"], name?: string) => [
  { code, message: "m", ...(name !== undefined && { volume: name }) },
];
const judged = (check: Partial<ArchiveCheck>, told = {}) => judge({ ...TOLD, ...told }, { ...SOUND, ...check });

describe("the verdict on files and history", () => {
  it("is sound when all are there, as they were", () => {
    expect(judged({})).toMatchObject({
      verdict: "sound",
      ...{ ofThisRun: true, complete: true, unchanged: true, readable: true, everything: true },
    });
  });

  it("is incomplete when the run could not read something, however sound the files are", () => {
    const NOTHING = { expected: 0, written: 0 };
    const gap = (code: "FAILED" | "NOT_READABLE" | "EXCLUDED") => ({
      ...{ folder: "12", appName: "a", records: NOTHING, attachments: NOTHING, query: "" },
      groups: [{ code, what: "field", count: 1, accepted: false, general: false, examples: [] }],
    });
    for (const code of ["FAILED", "NOT_READABLE"] as const) {
      expect(judged({ targets: [gap(code)] })).toMatchObject({
        verdict: "incomplete",
        ...{ ofThisRun: true, complete: true, unchanged: true, readable: true, everything: false },
      });
      const stranger = { foreign: [{ name: "x.zip", runId: "q" }] };
      expect(judged({ targets: [gap(code)], ...stranger }).verdict).toBe("incomplete");
    }
    expect(judged({ targets: [gap("EXCLUDED")] })).toMatchObject({ verdict: "sound", everything: true });
  });

  it("takes a new name for harmless when the bytes are those of the history, and only then", () => {
    const renamed = volume("b (1).zip", "1");
    expect(judged({ files: [renamed, TWO], findings: found("VOLUME_NAME_MISMATCH", renamed.name) })).toMatchObject({
      verdict: "sound",
      findings: [],
    });
    const other = volume("b (1).zip", "5");
    const changed = judged({ files: [other, TWO], findings: found("VOLUME_NAME_MISMATCH", other.name) });
    expect(changed).toMatchObject({ verdict: "damaged", unchanged: false });
    expect(changed.findings).toHaveLength(1);
  });

  it("is damaged when bytes changed, or when the bytes of the history cannot be read back", () => {
    expect(judged({ files: [ONE, volume(TWO.name, "3")] })).toMatchObject({ verdict: "damaged", unchanged: false });
    expect(judged({ findings: found("ENTRY_DAMAGED", ONE.name) })).toMatchObject({
      verdict: "damaged",
      ...{ unchanged: true, readable: false },
    });
    expect(judged({ findings: found("COUNT_MISMATCH") })).toMatchObject({ verdict: "damaged", readable: false });
  });

  it("says that a file is missing, and calls an archive unfinished when the run made no last one", () => {
    expect(judged({ files: [ONE], findings: found("LAST_MISSING") })).toMatchObject({
      verdict: "files-missing",
      ...{ complete: false, unchanged: true, readable: true, ofThisRun: true, everything: false },
    });
    expect(judged({ findings: found("LAST_MISSING") })).toMatchObject({ verdict: "unfinished", complete: false });
  });

  it("is not about files that do not belong here, but says that they are there", () => {
    const files = [ONE, TWO, volume("letter.zip", "8")];
    expect(judged({ files, findings: found("UNREADABLE", "letter.zip") })).toMatchObject({
      verdict: "surplus",
      ...{ ofThisRun: false, complete: true, unchanged: true, readable: true },
    });
    expect(judged({ foreign: [{ name: "x.zip", runId: "q" }] })).toMatchObject({ verdict: "surplus" });
    expect(judged({ files: [], foreign: [{ name: "x.zip", runId: "q" }] })).toMatchObject({
      verdict: "foreign",
      ...{ ofThisRun: false, unchanged: false },
    });
  });

  it("trusts no history that contradicts itself", () => {
    expect(judged({}, { digestAgrees: false }).verdict).toBe("doubtful-history");
  });
});
