import { expect, it } from "vitest";
import { ArchiveError } from "../../../src/archive/archive-error";
import { whyNothing } from "../../../src/entries/command/restoring/why-nothing";
import { whyUnusable } from "../../../src/entries/command/why-unusable";
import { restoreCommandMessagesFor } from "../../../src/screens/text/restored/command/language";

it("a rehearsal, a comparison and a restore say in the same words which file of an archive is damaged", () => {
  const damage = new ArchiveError("DAMAGED", "No JSON", { facts: { path: "apps/15/settings/app.json" } });
  const messages = restoreCommandMessagesFor("en");
  const said = whyUnusable(damage, messages);
  expect(said).toContain("apps/15/settings/app.json");
  expect(whyNothing(damage, messages)).toBe(said);
});
