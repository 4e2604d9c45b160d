import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPackedPlugin } from "../../scripts/setup/packed-plugin";
import { setUp } from "../../scripts/setup/set-up";
import { japanese } from "../../src/history/app-definition/japanese";
import { createPasswordConnection } from "../../src/kintone/connection/password-connection";
import { createDomain } from "../emulator/domain/domain";
import { type Emulator, startEmulator } from "../emulator/server";
import { packPlugin } from "./plugin-package";

const root = path.join(import.meta.dirname, "../..");
const domain = createDomain();
let emulator: Emulator;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dts-gen-"));
  domain.people.addUser({ code: "admin", name: "管理者", password: "kintone", systemAdministrator: true });
  domain.spaces.add({ id: 1, name: "仕入先", isGuest: true, administrators: ["admin"] });
  const field = (type: string, code: string) => ({ type, code, label: code });
  const fields = { 測定値: field("NUMBER", "測定値") };
  const properties = { 品番: field("SINGLE_LINE_TEXT", "品番"), 明細: { ...field("SUBTABLE", "明細"), fields } };
  domain.addApp({ id: 1, spaceId: 1, name: "検査", creator: "admin", properties });
  emulator = await startEmulator({ domain });
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

async function generate(app: string, ...options: string[]): Promise<string> {
  const output = path.join(folder, `${app}.d.ts`);
  const account = ["--base-url", emulator.url, "--username", "admin", "--password", "kintone"];
  const program = path.join(root, "node_modules/@kintone/dts-gen/dist/index.js");
  await promisify(execFile)(process.execPath, [program, ...account, "--app-id", app, "--output", output, ...options]);
  return readFile(output, "utf8");
}

describe("@kintone/dts-gen", () => {
  it("writes the types of an app, also in a guest space", async () => {
    const types = await generate("1", "--guest-space-id", "1");
    expect(types).toContain("品番: kintone.fieldTypes.SingleLineText;");
    expect(types).toContain("測定値: kintone.fieldTypes.Number;");
  });

  it("writes the types of the backup-management app as they are in the project (else: npm run types)", async () => {
    const account = { username: "admin", password: "kintone" };
    const connection = createPasswordConnection({ baseUrl: emulator.url, ...account, userAgent: "test" });
    const plugin = await readPackedPlugin((await packPlugin(1)).plugin);
    const end = await setUp({ connection, user: account.username, plugin, labels: japanese }, () => undefined);
    const { appId } = (end as Extract<typeof end, { kind: "ready" }>).app;
    const types = await generate(appId, "--type-name", "BackupManagementFields");
    expect(await readFile(path.join(root, "src/history/backup-management-app.d.ts"), "utf8")).toBe(types);
  });
});
