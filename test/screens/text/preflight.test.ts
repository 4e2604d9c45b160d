import { describe, expect, it } from "vitest";
import type { TargetFinding } from "../../../src/backup/preflight/finding";
import { BackupError } from "../../../src/domain/errors";
import type { AgedRun, SecurityFacts, SecurityItem } from "../../../src/history/security/item";
import { changeLines, recordingProblem } from "../../../src/screens/text/settings/changes/change-lines";
import { adminMessagesFor } from "../../../src/screens/text/settings/language";
import { findingSentence } from "../../../src/screens/text/settings/preflight/finding-sentence";
import { securityLines } from "../../../src/screens/text/settings/preflight/security-lines";
import { differencesBetween } from "../../../src/settings/difference";
import { DEFAULT_SETTINGS } from "../../../src/settings/settings";

const error = new BackupError("NO_PERMISSION", "no", {
  facts: { app: "12" },
  answer: { status: 403, code: "CB_NO02" },
});
const fields = [{ code: "rows.memo", label: "メモ" }];
const findings: Record<TargetFinding["kind"], TargetFinding> = {
  blocked: { kind: "blocked", error },
  "records-refused": { kind: "records-refused", error },
  "comments-refused": { kind: "comments-refused", error },
  "file-refused": { kind: "file-refused", error },
  "fields-hidden": { kind: "fields-hidden", fields },
  "fields-unknown": { kind: "fields-unknown" },
  "settings-refused": { kind: "settings-refused", settings: ["app/acl", "field/acl"] },
  "settings-failed": { kind: "settings-failed", settings: ["app/views"], error },
  "excluded-unknown": { kind: "excluded-unknown", codes: ["古いコード"] },
  "identifiers-undecided": { kind: "identifiers-undecided", fields },
  "identifiers-included": { kind: "identifiers-included", fields },
  "fields-left-out": { kind: "fields-left-out", fields },
  "parts-left-out": { kind: "parts-left-out", parts: ["comments", "settings"] },
  "plugin-configurations": { kind: "plugin-configurations", plugins: ["図表"] },
  "comments-off": { kind: "comments-off" },
  "record-permissions": { kind: "record-permissions" },
  "record-permissions-unknown": { kind: "record-permissions-unknown" },
};

const entities = [
  { type: "USER", code: "sato" },
  { type: "GROUP", code: "everyone" },
  { type: "CREATOR", code: null },
];
const facts: SecurityFacts = {
  readers: { everyone: true, entities },
  "history-writers": {
    ...{ missing: ["changes"], loosened: ["runs", "chainedRuns"], othersFirst: true, everyoneManages: true },
    managers: entities,
  },
  "target-writers": {
    fields: ["target_query"],
    others: [{ type: "GROUP", code: "everyone" }],
    lacking: [{ type: "USER", code: "ito" }],
    deletable: true,
  },
  guests: { guestSpaceId: "3" },
  secrets: {
    places: [
      { kind: "config", name: "old" },
      { kind: "field", code: "pw", label: "メモ" },
      { kind: "target", appName: "検査", field: "target_query" },
    ],
  },
  "verified-run": {
    verified: { finishedAt: "2026-11-17T12:00:00.000Z", days: 6 },
    saved: { finishedAt: "2026-11-10T12:00:00.000Z", days: 13 },
  },
  owners: { nobody: ["検査"], everybody: ["図面"], unknown: [{ name: "役員", creator: "sato" }] },
  "left-out": { targets: [{ name: "検査", parts: ["comments"] }], spaces: ["7"] },
  "settings-recorded": { recorded: false },
  "kept-in-browser": { kept: true },
  "people-in-zips": { held: true },
};
const items = Object.entries(facts).map(([key, each]) => ({ key, verdict: "attention", facts: each }) as SecurityItem);

describe.each(["ja", "en", "zh"])("texts before the first run, in %s", (language) => {
  const messages = adminMessagesFor(language);

  it.each(Object.values(findings))("tell of $kind what it is about", (finding) => {
    const sentence = findingSentence(finding, messages);
    expect(sentence).not.toMatch(/undefined|\[object|^\s*$/);
    if ("fields" in finding) expect(sentence).toMatch(/メモ ?[（(]rows\.memo[）)]/);
    if ("codes" in finding) expect(sentence).toContain("古いコード");
    if ("error" in finding) expect(sentence).toContain("CB_NO02");
    if ("parts" in finding) expect(sentence).toContain(messages.settings.preflight.part.comments);
  });

  it.each(items)("tell of $key what was found", (item) => {
    const lines = securityLines(item, messages);
    expect(lines.join("")).not.toMatch(/undefined|\[object/);
    expect(lines.filter((line) => line.trim() === "")).toEqual([]);
    expect(lines.length).toBeGreaterThan(0);
    const ours: unknown[] = item.key === "secrets" ? ["old", "pw", "target_query"] : [];
    for (const name of ours) expect(lines.join("\n")).toContain(name);
    if (item.key === "owners")
      for (const name of ["検査", "図面", "役員", "sato"]) expect(lines.join()).toContain(name);
    if (item.key === "history-writers") expect(lines).toHaveLength(5);
    if (item.key === "readers") expect(lines[1]).toContain("sato");
    const unseen = { key: item.key, verdict: "unknown", error } as SecurityItem;
    expect(securityLines(unseen, messages).join()).toContain("CB_NO02");
  });

  it("say nothing of what is in order but that it is", () => {
    const fine: SecurityItem[] = [
      { key: "owners", verdict: "fine", facts: { nobody: [], everybody: [], unknown: [] } },
      { key: "left-out", verdict: "fine", facts: { targets: [], spaces: [] } },
      { key: "secrets", verdict: "fine", facts: { places: [] } },
    ];
    for (const item of fine) expect(securityLines(item, messages)).toHaveLength(1);
  });

  it("tell the newest verified backup and the newest that is known to be saved, each by itself", () => {
    const lines = (verified: AgedRun | undefined, saved: AgedRun | undefined) =>
      securityLines({ key: "verified-run", verdict: "attention", facts: { verified, saved } }, messages);
    const verified = { finishedAt: "2026-11-17T12:00:00.000Z", days: 6 };
    const [made, unsaved] = lines(verified, undefined);
    expect(made).toContain("6");
    expect(lines(undefined, undefined)).toEqual([expect.not.stringContaining("17"), unsaved]);
    expect(lines(verified, { finishedAt: "2026-11-10T12:00:00.000Z", days: 13 })[1]).toContain("13");
  });

  it("tell a change of settings in a line each, with words for what is chosen or not", () => {
    const after = { ...DEFAULT_SETTINGS, volumeLimitMiB: 2048, incremental: true };
    const { changes } = messages.settings;
    const lines = changeLines(differencesBetween(DEFAULT_SETTINGS, after), messages);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("1,024 → 2,048");
    expect(lines[1]).toContain(`${changes.off} → ${changes.on}`);
    const unknown = changeLines(differencesBetween(undefined, after), messages);
    expect(unknown).toHaveLength(10);
    expect(unknown.join("\n")).toContain(changes.nothing);
    expect(unknown.join("")).not.toContain("undefined");
  });

  it("tell why a change could not be recorded", () => {
    const { notRecorded } = messages.settings.changes;
    const refused = new BackupError("REFUSED", "no", { answer: { status: 400, code: "CB_VA01" } });
    expect(recordingProblem(error, messages)).toBe(`${notRecorded.noRight} (CB_NO02)`);
    expect(recordingProblem(refused, messages)).toBe(`${notRecorded.notPrepared} (CB_VA01)`);
    expect(recordingProblem(new BackupError("NETWORK", "away"), messages)).not.toContain(notRecorded.noRight);
  });
});

it("a name cannot turn a sentence around", () => {
  const finding: TargetFinding = { kind: "excluded-unknown", codes: ["a\u202eb"] };
  expect(findingSentence(finding, adminMessagesFor("ja"))).toContain("a\ufffdb");
});
