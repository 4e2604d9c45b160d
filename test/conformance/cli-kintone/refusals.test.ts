import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addInspections } from "./inspections";
import { startCliStage } from "./stage";
import type { CliStage } from "./stage";

let stage: CliStage;
beforeAll(async () => {
  stage = await startCliStage((domain) => {
    domain.people.addUser({ code: "sato", name: "佐藤", password: "kintone" });
    const app = addInspections(domain, { id: 1 });
    app.change({ appAcl: app.preview.appAcl.filter(({ entity }) => entity.type === "CREATOR") });
    app.deploy("admin");
    const partlyHidden = addInspections(domain, { id: 2 });
    partlyHidden.change({
      fieldAcl: [
        {
          code: "備考",
          entities: [{ entity: { type: "USER", code: "admin" }, includeSubs: false, accessibility: "NONE" }],
        },
      ],
    });
    partlyHidden.deploy("admin");
  });
});
afterAll(() => stage.close());

const lines = (count: number, number: (index: number) => string) =>
  `"品番","数値"\n${Array.from({ length: count }, (_, index) => `"N-${index}","${number(index)}"`).join("\n")}\n`;
const write = async (name: string, content: string) => {
  await writeFile(path.join(stage.folder, name), content);
  return name;
};

describe("cli-kintone tells what kintone refuses:", () => {
  it.each([
    {
      what: "a wrong password",
      options: { app: "1", username: "admin", password: "wrong" },
      says: "[401] [CB_WA01] パスワード認証に失敗しました。「X-Cybozu-Authorization」の値が正しくありません。",
    },
    {
      what: "an app that is not there",
      options: { app: "99" },
      says: "[404] [GAIA_AP01] 指定したアプリ（id: 99）が見つかりません。削除されている可能性があります。",
    },
    {
      what: "an app that the user may not see",
      options: { app: "1", username: "sato", password: "kintone" },
      says: "[403] [CB_NO02] 権限がありません。",
    },
    {
      what: "a token of another app",
      options: { app: "1", "api-token": "unknown" },
      says: "[400] [GAIA_IA02] 指定したAPIトークンは、APIの実行先アプリのAPIトークンと一致しません。",
    },
    {
      what: "a query that is no query",
      options: { app: "1", condition: "品番 ==== 1" },
      says: "[400] [CB_VA01] 入力内容が正しくありません。",
    },
    {
      what: "a field that the app lacks in a query",
      options: { app: "1", condition: '無い = "1"' },
      says: "[400] [GAIA_IQ11] 指定されたフィールド（無い）が見つかりません。",
    },
    {
      what: "a field that the user may not see",
      options: { app: "2" },
      says: "The response is missing a field (備考)",
    },
  ])("$what", async ({ options, says }) => {
    const { status, stderr } = await stage.cli("record export", options);
    expect(stderr).toContain(says);
    expect(status).toBe(1);
  });

  it("a value at its row, and nothing of the request is kept", async () => {
    const before = stage.domain.apps.get(1)?.records.size;
    const file = await write(
      "bad.csv",
      lines(150, (index) => (index === 120 ? "百" : "1")),
    );
    const { status, stderr } = await stage.cli("record import", { app: "1", "file-path": file });
    expect(stderr).toMatch(/An error occurred on 数値 at row 122\.\n.*Cause: 数字でなければなりません。/);
    expect(status).toBe(1);
    expect(stage.domain.apps.get(1)?.records.size).toBe(before);
  });

  it("a duplicate at its row", async () => {
    const file = await write("duplicate.csv", '"品番"\n"N-1"\n"P-2"\n');
    const { stderr } = await stage.cli("record import", { app: "1", "file-path": file });
    expect(stderr).toMatch(/An error occurred on 品番 at row 3\.\n.*Cause: 値がほかのレコードと重複しています。/);
  });

  it("an import with a token that may only read", async () => {
    const file = await write("reader.csv", '"品番"\n"N-1"\n');
    const { status, stderr } = await stage.cli("record import", { app: "1", "file-path": file, "api-token": "reader" });
    expect(stderr).toContain("[403] [GAIA_NO01]");
    expect(status).toBe(1);
  });
});
