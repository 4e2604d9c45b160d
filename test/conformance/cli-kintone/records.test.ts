import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../emulator/domain/app";
import { Files } from "../../emulator/domain/files";
import type { AttachedFile } from "../../emulator/domain/files";
import type { TableRow } from "../../emulator/records/record";
import { addInspections, texts } from "./inspections";
import { startCliStage } from "./stage";
import type { CliStage } from "./stage";

let stage: CliStage;
const apps = new Map<string, App>();
const app = (name: string): App => apps.get(name) as App;

beforeAll(async () => {
  stage = await startCliStage((domain) => {
    domain.spaces.add({ id: 7, name: "仕入先", isGuest: true, administrators: ["admin"] });
    apps.set("exported", addInspections(domain, { id: 1 }));
    apps.set("added", addInspections(domain, { id: 2 }));
    apps.set("updated", addInspections(domain, { id: 3 }));
    apps.set("guest", addInspections(domain, { id: 4, spaceId: 7 }));
    apps.set("deleted", addInspections(domain, { id: 5 }));
  });
});
afterAll(() => stage.close());

const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
const write = async (name: string, content: string): Promise<string> => {
  await writeFile(path.join(stage.folder, name), content);
  return name;
};
const records = (name: string) => [...app(name).records.ascending()];
const textOf = ({ content }: AttachedFile): string => new TextDecoder().decode(Files.read(content));

/** Of the exported app: columns in the order of the layout, one line per row of a table. */
const csv = (drawing: string, photo: string, time: string) =>
  [
    '*,"レコード番号","数値","品番","明細","写真","測定値","備考","工程","担当","図面","作成者","作成日時","更新者","更新日時"',
    `*,"INS-1","12.5","P-1","1",,"1","一行目\n""二行目""","切断\n研磨","admin",${drawing},"admin",${time},"admin",${time}`,
    `,"INS-1","12.5","P-1","2",${photo},"2","一行目\n""二行目""","切断\n研磨","admin",${drawing},"admin",${time},"admin",${time}`,
    `*,"INS-2",,"P-2",,,,,,,,"admin",${time},"admin",${time}`,
    "",
  ].join("\n");
const time = '"2026-11-01T01:02:00Z"';

describe("cli-kintone record export", () => {
  it("writes the fields in the order of the layout", async () => {
    expect(await stage.cli("record export", { app: "1" })).toEqual({
      status: 0,
      stdout: csv('"図面.txt"', '"写真.txt"', time),
      stderr: "",
    });
  });

  it("brings the attachments, byte for byte", async () => {
    const { stdout } = await stage.cli("record export", { app: "1", "attachments-dir": "out", "api-token": "all" });
    expect(stdout).toBe(csv('"図面-1/図面.txt"', '"写真-1-1/写真.txt"', time));
    const names = (await readdir(path.join(stage.folder, "out"), { recursive: true })).filter((name) =>
      /txt$/.test(name),
    );
    const digests = await Promise.all(
      names.map(async (name) => [name, sha256(await readFile(path.join(stage.folder, "out", name)))]),
    );
    expect(Object.fromEntries(digests)).toEqual({
      "図面-1/図面.txt": sha256(texts.drawing),
      "写真-1-1/写真.txt": sha256(texts.photo),
    });
  });

  it("reads through a cursor when an order is asked for", async () => {
    const options = { app: "1", "order-by": "品番 desc", fields: "品番", condition: '品番 in ("P-1", "P-2")' };
    expect((await stage.cli("record export", options)).stdout).toBe('"品番"\n"P-2"\n"P-1"\n');
  });

  it("reaches an app in a guest space by its own path only", async () => {
    const inside = await stage.cli("record export", { app: "4", "guest-space-id": "7", fields: "品番" });
    expect(inside.stdout).toBe('"品番"\n"P-1"\n"P-2"\n');
    const outside = await stage.cli("record export", { app: "4" });
    // cli-kintone's own sentence for GAIA_IL23.
    expect(outside.stderr).toContain("Please specify --guest-space-id option to access an App in Guest Spaces.");
    expect(outside.status).toBe(1);
  });
});

describe("cli-kintone record import", () => {
  it("adds what was exported, with attachments, as new records", async () => {
    const { stdout } = await stage.cli("record export", { app: "2", "attachments-dir": "again" });
    const file = await write("again.csv", stdout.replaceAll('"P-', '"Q-'));
    const run = await stage.cli("record import", { app: "2", "file-path": file, "attachments-dir": "again" });
    expect(run).toMatchObject({ status: 0 });
    expect(records("added").map(({ values }) => values["品番"])).toEqual(["P-1", "P-2", "Q-1", "Q-2"]);
    const [first, , copy] = records("added");
    expect(copy).toMatchObject({ createdTime: first?.createdTime, creator: "admin" });
    const pick = (from: typeof first) => ["備考", "数値", "工程", "担当"].map((code) => from?.values[code]);
    expect(pick(copy)).toEqual(pick(first));
    const [drawing] = copy?.values["図面"] as AttachedFile[];
    expect(drawing && textOf(drawing)).toBe(texts.drawing);
    const rows = copy?.values["明細"] as TableRow[];
    expect(rows.map(({ values }) => values["測定値"])).toEqual(["1", "2"]);
    expect((rows[1]?.values["写真"] as AttachedFile[]).map(textOf)).toEqual([texts.photo]);
  });

  it("updates and inserts by a key", async () => {
    const file = await write("upsert.csv", '"品番","数値"\n"P-1","99"\n"P-9","9"\n,"7"\n');
    expect(await stage.cli("record import", { app: "3", "file-path": file, "update-key": "品番" })).toMatchObject({
      status: 0,
    });
    expect(records("updated").map(({ values }) => [values["品番"], values["数値"]])).toEqual([
      ["P-1", "99"],
      ["P-2", ""],
      ["P-9", "9"],
      ["", "7"],
    ]);
  });

  it("updates by record numbers with the app's code", async () => {
    const file = await write("numbers.csv", '"レコード番号","数値"\n"INS-2","22"\n');
    const options = { app: "3", "file-path": file, "update-key": "レコード番号" };
    expect(await stage.cli("record import", options)).toMatchObject({ status: 0 });
    expect(app("updated").records.get(2)?.values["数値"]).toBe("22");
  });

  it("writes into a guest space", async () => {
    await mkdir(path.join(stage.folder, "guest"), { recursive: true });
    await writeFile(path.join(stage.folder, "guest", "a.txt"), "A");
    const file = await write("guest.csv", '"品番","図面"\n"P-3","a.txt"\n');
    const options = { app: "4", "guest-space-id": "7", "file-path": file, "attachments-dir": "guest" };
    expect(await stage.cli("record import", options)).toMatchObject({ status: 0 });
    expect((records("guest").at(-1)?.values["図面"] as AttachedFile[]).map(textOf)).toEqual(["A"]);
  });
});

describe("cli-kintone record delete", () => {
  it("deletes the records that a file names, then all", async () => {
    const file = await write("delete.csv", '"レコード番号"\n"INS-1"\n');
    const token = { app: "5", "api-token": "all", yes: true as const };
    expect(await stage.cli("record delete", { ...token, "file-path": file })).toMatchObject({ status: 0 });
    expect(records("deleted").map(({ id }) => id)).toEqual([2]);
    expect(await stage.cli("record delete", token)).toMatchObject({ status: 0 });
    expect(records("deleted")).toEqual([]);
  });
});
