import { describe, expect, it } from "vitest";
import { BackupError, type ErrorFacts } from "../../../src/domain/errors";
import { forFolder } from "../../../src/screens/text/folder/language";
import { messagesFor } from "../../../src/screens/text/run/language";
import { describeProblem } from "../../../src/screens/text/run/problem-sentence";

const REFUSALS = [undefined, "taken", "no-folder", "not-writable"] as const;
const shortage = {
  bytes: 12 * 1024 ** 3,
  free: 8 * 1024 ** 3,
  unknownTargets: 0,
  lastRun: new Date("2026-11-23T03:00Z"),
};

function sentence(language: string, facts: ErrorFacts): string {
  const error = new BackupError("DELIVERY_FAILED", "no", { facts });
  return describeProblem(forFolder(messagesFor(language)), { error });
}

describe.each(["ja", "en", "zh"])("for somebody with a folder, in %s", (language) => {
  it("each refusal names the zip and says something else to do, and nothing of a browser", () => {
    const sentences = REFUSALS.map((refusal) => sentence(language, { path: "a.zip", ...(refusal && { refusal }) }));
    expect(new Set(sentences).size).toBe(REFUSALS.length);
    for (const text of sentences) {
      expect(text).toContain("a.zip");
      expect(text).toMatch(/run the backup again\.|もう一度実行してください。|然后重新执行。/);
      expect(text).not.toMatch(/browser|ブラウザー|浏览器|undefined/);
    }
  });

  it("a reason that nobody foresaw is told by its own name, of the files of a run while it works, too", () => {
    const error = new BackupError("WORKSPACE_FAILED", "no", { facts: { app: "12", reason: "ESTALE" } });
    const ofScratch = describeProblem(forFolder(messagesFor(language)), { error });
    expect(ofScratch).toBe(sentence(language, { app: "12", reason: "ESTALE" }));
    expect(ofScratch).toMatch(/12.*ESTALE/);
    expect(ofScratch).not.toMatch(/browser|ブラウザー|浏览器/);
    expect(sentence(language, { reason: "EROFS", refusal: "not-writable" })).not.toContain("EROFS");
  });

  it("a shortage says what is needed and what there is, and of apps that are not known only when there are any", () => {
    const { room } = forFolder(messagesFor(language));
    expect(room.short(shortage).join(" ")).toMatch(/12 GB.*8 GB/);
    expect(room.short(shortage)).toHaveLength(2);
    expect(room.short({ ...shortage, unknownTargets: 3 })[1]).toContain("3");
    expect(room.short({ ...shortage, lastRun: new Date("") }).join(" ")).not.toMatch(/undefined|Invalid/);
    expect(room.short(shortage).join(" ")).not.toMatch(/browser|ブラウザー|浏览器/);
  });
});

it("who downloads is told of the browser", () => {
  for (const language of ["ja", "en", "zh"]) {
    const facts = { reason: "InvalidStateError" };
    const scratch = new BackupError("WORKSPACE_FAILED", "no", { facts });
    const told = describeProblem(messagesFor(language), { error: scratch });
    expect(told).toMatch(/(browser|ブラウザー|浏览器).*InvalidStateError/);
    const error = new BackupError("DELIVERY_FAILED", "no", { facts: { path: "a.zip" } });
    expect(describeProblem(messagesFor(language), { error })).toMatch(/a\.zip.*(browser|ブラウザー|浏览器)/);
    expect(
      messagesFor(language)
        .room.short({ ...shortage, unknownTargets: 3 })
        .join(" "),
    ).toMatch(/12 GB.*8 GB.*3/);
  }
});
