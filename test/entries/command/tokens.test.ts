import path from "node:path";
import { expect, it } from "vitest";
import { endOf, unattended } from "./unattended";

const command = unattended();

it("an app that no API token is for is named, and the others are backed up", async () => {
  const [covered, uncovered] = [command.addTarget(1000, ["records"]), command.addTarget(2000, ["records"])];
  const rights = { view: true, add: true, edit: true, delete: false, manage: true };
  for (const [id, app] of command.domain.apps)
    if (String(id) !== uncovered) app.tokens.push({ token: `t${id}`, ...rights });
  const tokens = [...command.domain.apps.keys()].filter((id) => String(id) !== uncovered).map((id) => `t${id}`);
  const file = await command.settingsFile(path.join(command.place, "archives"));
  const env = { KINTONE_USERNAME: "", KINTONE_PASSWORD: "", KINTONE_API_TOKEN: tokens.join(",") };
  const { code, out } = await endOf(command.start(["run", "--file", file, "--lang", "en"], { env }));
  expect(out).toMatch(new RegExp(`None of the API tokens is one of app ${uncovered},.*KINTONE_API_TOKEN.*\\(GAIA_`));
  expect((await command.lastRun()).results).toEqual([
    expect.objectContaining({ app: covered, code: "" }),
    expect.objectContaining({ app: uncovered, status: "failed", code: "TOKEN_REFUSED" }),
  ]);
  expect(code).toBe(1);
});
