import { mkdir } from "node:fs/promises";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Unattended, namesIn, unattended } from "./unattended";

const one = unattended();
const other = unattended();
let folder: string;
let folders = 0;

beforeAll(() => {
  for (const domain of [one, other]) domain.addTarget(1000, ["records"]);
});
beforeEach(async () => {
  folder = path.join(one.place, `folder-${(folders += 1)}`);
  await mkdir(folder);
});

/** A machine on which it is that moment now, and the next second is far away. */
const beginningAt = (moment: string) => `
  const Clock = Date;
  const began = Clock.now();
  const now = () => Clock.parse("${moment}") + (Clock.now() - began) / 1000;
  globalThis.Date = class extends Clock {
    constructor(...given) { super(...(given.length > 0 ? given : [now()])); }
    static now() { return now(); }
  };
`;

/** The name of the zip that the history of the domain tells of. */
async function told(domain: Unattended): Promise<string> {
  const { status, log } = await domain.lastRun();
  expect(status).toBe("success");
  return /(\S+\.zip) was read back from its destination and is what was made/.exec(log)?.[1] ?? "";
}

const run = (domain: Unattended, moment: string) =>
  domain.run(folder, { first: beginningAt(moment), settings: { timeZone: "Europe/Berlin" } });

describe("archives that would have the same name", () => {
  it("of two domains that are backed up into one folder in the same second, are both there, as their histories say", async () => {
    const moment = "2026-11-23T03:00:00Z";
    const ended = await Promise.all([run(one, moment), run(other, moment)]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    const names = await namesIn(folder);
    expect(names).toEqual([
      expect.stringMatching(/^kintone-backup_20261123_040000-[0-9a-f]{6}\.zip$/),
      "kintone-backup_20261123_040000.zip",
    ]);
    expect([await told(one), await told(other)].sort()).toEqual(names);
  });

  it("of the hour that comes twice when summer time ends, and of a second with two runs, are all there", async () => {
    const names: string[] = [];
    for (const moment of ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T01:30:00Z"]) {
      expect(await run(one, moment)).toMatchObject({ code: 0 });
      names.push(await told(one));
    }
    expect(names[0]).toBe("kintone-backup_20261025_023000.zip");
    expect(new Set(names).size).toBe(3);
    expect(await namesIn(folder)).toEqual([...names].sort());
  });
});
