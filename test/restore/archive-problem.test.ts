import { expect, it } from "vitest";
import { ArchiveError } from "../../src/archive/archive-error";
import { whyNothing } from "../../src/entries/command/restoring/why-nothing";
import { whyUnusable } from "../../src/entries/command/why-unusable";
import { toRestoreError } from "../../src/restore/archive-problem";
import { restoreCommandMessagesFor } from "../../src/screens/text/restored/command/language";

const damage = new ArchiveError("DAMAGED", "No JSON", { facts: { path: "apps/15/settings/app.json" } });

it("what an archive cannot give is damage of it, with the file that it is in", () => {
  expect(toRestoreError(damage)).toMatchObject({
    code: "ARCHIVE_DAMAGED",
    facts: { path: "apps/15/settings/app.json" },
  });
  const other = new Error("something else");
  expect(toRestoreError(other)).toMatchObject({ code: "UNEXPECTED" });
});

it("a rehearsal, a comparison and a restore say it in the same words", () => {
  const messages = restoreCommandMessagesFor("en");
  const said = whyUnusable(damage, messages);
  expect(said).toContain("apps/15/settings/app.json");
  expect(whyNothing(damage, messages)).toBe(said);
});
