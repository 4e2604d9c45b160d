import { expect, it } from "vitest";
import { ArchiveError } from "../../src/archive/archive-error";
import { toRestoreError } from "../../src/restore/archive-problem";

it("what an archive cannot give is damage of it, with the file that it is in", () => {
  const facts = { path: "apps/15/settings/app.json" };
  expect(toRestoreError(new ArchiveError("DAMAGED", "No JSON", { facts }))).toMatchObject({
    code: "ARCHIVE_DAMAGED",
    facts,
  });
  expect(toRestoreError(new Error("something else"))).toMatchObject({ code: "UNEXPECTED" });
});
