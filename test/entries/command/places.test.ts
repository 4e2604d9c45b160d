import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { endOf, namesIn, unattended } from "./unattended";

const command = unattended();
let near: string;
let far: string;
let turn = 0;

beforeAll(() => {
  command.addTarget(100_000);
});
beforeEach(async () => {
  turn += 1;
  near = path.join(command.place, `near-${turn}`);
  far = path.join(command.place, `far-${turn}`);
  await mkdir(near);
});

async function call(verb: string, ...more: string[]) {
  const places = [
    { kind: "folder", name: "社内", path: near },
    { kind: "folder", name: "遠隔地", path: far },
  ];
  const file = await command.settingsFile(near, { places });
  return endOf(command.start([verb, "--file", file, "--lang", "ja", ...more]));
}

/** What the history tells of the newest run's places. */
async function told() {
  const query = 'record_type in ("run") order by $id desc limit 1';
  const [run] = (await command.witness().record.getRecords({ app: command.appId, query })).records;
  const rows = run!.run_places!.value as unknown as Array<{ value: Record<string, { value: string }> }>;
  return {
    status: run!.run_status!.value,
    saved: run!.run_saved!.value,
    message: String(run!.run_message!.value),
    places: Object.fromEntries(rows.map(({ value }) => [value.place_name!.value, value.place_state!.value])),
  };
}

const digests = async (folder: string) => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".zip")).sort();
  return Promise.all(
    names.map(
      async (name) =>
        `${name} ${createHash("sha256")
          .update(await readFile(path.join(folder, name)))
          .digest("hex")}`,
    ),
  );
};

describe("a command with two places", () => {
  it("saves the archive at both", async () => {
    const { code } = await call("run");
    expect(code).toBe(0);
    expect(await told()).toMatchObject({
      status: "success",
      saved: "saved",
      places: { 社内: "saved", 遠隔地: "saved" },
    });
    expect(await digests(far)).toEqual(await digests(near));
    expect(await digests(near)).toHaveLength(1);
  });

  it("says where it is not saved, and brings it there when it is asked to, and after the next run", async () => {
    for (const next of ["deliver", "run"]) {
      await writeFile(far, "in the way");
      const { code, out } = await call("run");
      expect(code).toBe(1);
      expect(out).toContain("「遠隔地」に保存されていません");
      const before = await told();
      expect(before).toMatchObject({
        ...{ status: "success", saved: "unconfirmed", places: { 社内: "saved", 遠隔地: "not_saved" } },
        message: expect.stringContaining("「遠隔地」に保存されていません"),
      });
      const kept = (await digests(near)).slice(-1);

      const still = await call("deliver");
      expect([still.code, still.out]).toEqual([1, expect.stringContaining("「遠隔地」にまだ保存されていません")]);
      await rm(far);
      const then = await call(next);
      expect([then.code, then.out + then.err]).toEqual([0, expect.stringContaining("「遠隔地」にも保存しました")]);
      for (const each of kept) expect(await digests(far)).toContain(each);
      if (next === "deliver") {
        expect(await told()).toMatchObject({ saved: "saved", places: { 社内: "saved", 遠隔地: "saved" } });
      }
      const nothing = await call("deliver");
      expect([nothing.code, nothing.out]).toEqual([0, expect.stringContaining("履歴にはありません")]);
      await rm(far, { recursive: true });
    }
    // What came later is no fact: the chain holds.
    const file = await command.settingsFile(near);
    expect(await endOf(command.start(["check-history", file]))).toMatchObject({ code: 0 });
  });

  it("brings nothing that is not what the run made", async () => {
    await writeFile(far, "in the way");
    await call("run");
    const [zip = ""] = (await namesIn(near)).filter((name) => name.endsWith(".zip"));
    await writeFile(path.join(near, zip), "another");
    await rm(far);
    const { code, out } = await call("deliver");
    expect([code, out]).toEqual([1, expect.stringContaining("保存先が、ほかにありません")]);
    expect(await readdir(far).catch(() => [])).toEqual([]);
  });

  it("tries its places, all of them or one, and leaves nothing", async () => {
    await writeFile(far, "in the way");
    const both = await call("test-place");
    expect(both.code).toBe(1);
    expect(both.out).toMatch(
      /「社内」: ファイルの書き込み、読み直し、削除ができました。\n「遠隔地」: .*フォルダーを作り直し/,
    );
    expect((await call("test-place", "社内")).code).toBe(0);
    expect((await call("test-place", "nowhere")).code).toBe(2);
    expect(await namesIn(near)).toEqual([]);
  });
});
