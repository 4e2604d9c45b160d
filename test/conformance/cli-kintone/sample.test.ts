import { afterAll, beforeAll, expect, it } from "vitest";
import { loadSample } from "../../emulator/sample/load";
import { startCliStage } from "./stage";
import type { CliStage } from "./stage";

let stage: CliStage;
beforeAll(async () => {
  stage = await startCliStage(loadSample);
});
afterAll(() => stage.close());

/** What cli-kintone leaves out (its documentation, "supported fields"). */
const leftOut = new Set(["STATUS", "STATUS_ASSIGNEE", "CATEGORY", "REFERENCE_TABLE", "GROUP"]);

it("every app of the sample is exported: all columns, all records", async () => {
  const apps = [...stage.domain.apps.values()];
  expect(apps.length).toBeGreaterThan(5);
  for (const app of apps) {
    const space = stage.domain.spaces.byId.get(app.spaceId ?? 0);
    const { status, stdout, stderr } = await stage.cli("record export", {
      app: String(app.id),
      "guest-space-id": space?.isGuest ? String(space.id) : undefined,
    });
    expect(status, stderr).toBe(0);
    const properties = Object.values(app.settings.properties).filter(({ type }) => !leftOut.has(type));
    const columns = properties.flatMap(({ code, fields }) => [code, ...Object.keys(fields ?? {})]);
    const hasTable = properties.some(({ fields }) => fields);
    const header = (stdout.split("\n", 1)[0] ?? "").split(",").map((cell) => cell.replaceAll('"', ""));
    expect(header.toSorted(), app.settings.general.name).toEqual([...columns, ...(hasTable ? ["*"] : [])].toSorted());
    // Only with a table a record has a mark at its first line.
    if (hasTable) expect(stdout.match(/^\*,/gm)).toHaveLength(app.records.size + 1);
  }
});
