import { describe, expect, it } from "vitest";
import type { TargetFacts } from "../../../src/archive/manifest/manifest";
import type { Finding } from "../../../src/archive/verify/finding";
import { gapsOf } from "../../../src/archive/verify/target-gaps";
import { ALWAYS_MISSING } from "../../../src/domain/gap";
import { writeReadme } from "../../../src/screens/text/readme/readme-text";
import { describeCheck } from "../../../src/screens/text/verify/archive-report";
import { auditorMessagesFor } from "../../../src/screens/text/verify/language";
import { reportTexts } from "../../../src/screens/text/verify/report-texts";
import { targetFacts } from "../../archive/volume-fixture";
import { start } from "../../history/runs/runs";

const [ja, en, zh] = [auditorMessagesFor("ja"), auditorMessagesFor("en"), auditorMessagesFor("zh")];
const broken = {
  ...{ code: "FAILED" as const, what: "attachment", text: "The connection broke", record: "34", field: "drawing" },
  path: "12/attachments/drawing-34/図面.pdf",
};
const target: TargetFacts = targetFacts({
  missing: [
    ...ALWAYS_MISSING,
    broken,
    { code: "NOT_READABLE", what: "settings", text: "no", path: "12/settings/app/acl.json" },
    { code: "NOT_READABLE", what: "field", text: "no", field: "price" },
    { code: "EXCLUDED", what: "field", text: "no", field: "memo" },
    { code: "NOT_IN_CSV", what: "field", text: "no", field: "status" },
  ],
  attachments: { expected: 2, written: 1 },
});

describe("the report for a terminal", () => {
  const file = { name: "b.zip", size: 2048, sha256: "a".repeat(64) };
  const sound = { files: [file], foreign: [], findings: [], runId: "r1", archiveDigest: "d1", targets: [] };
  const counts = { entries: 3, bytes: 4096 };
  const backup = { targets: 2, records: 320, attachments: 30, comments: 1 };

  it("has all that an auditor compares with the history", () => {
    for (const messages of [ja, en]) {
      const report = describeCheck(messages, { ...sound, counts, backup });
      for (const part of ["b.zip", file.sha256, "r1", "d1", "320"]) expect(report).toContain(part);
      expect(report).not.toMatch(/undefined|README/);
    }
  });

  it("tells every gap of the manifest in the words of README.txt, and never calls an incomplete archive complete", () => {
    const targets = [target, { ...target, folder: "guest-3-13", appId: "13", appName: "図面\u001b[2J\n台帳" }];
    const told = describeCheck(ja, { ...sound, counts, backup, targets: targets.map(gapsOf) });
    expect(told).toMatchInlineSnapshot(`
      "zipファイルはすべてそろっていて、実行時のまま変更されていません。ただし、この実行でバックアップできなかったものがあります。
        b.zip: 問題なし
          2 KB, SHA-256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        実行ID: r1
        アーカイブのダイジェスト(SHA-256): d1
          実行履歴の「アーカイブのダイジェスト」と同じなら、履歴にあるアーカイブです。ファイル名を変えると別の値になります。
        読み直したファイル: 3件、4 KB
        バックアップの内容: アプリ2個、レコード320件、添付ファイル30件、コメント1件

        不足しているもの
          [12] 品質記録
          - 添付ファイルの数が一致しません。kintoneでは2件、バックアップでは1件です。
          - 添付ファイル: バックアップできませんでした。
              レコード 34、フィールド「drawing」、12/attachments/drawing-34/図面.pdf（The connection broke）
          - アプリの設定: バックアップを実行したユーザーに、閲覧する権限がありませんでした。
              アプリのアクセス権（12/settings/app/acl.json）
          - フィールドの値: バックアップを実行したユーザーに、閲覧する権限がありませんでした。
              フィールド「price」
          [guest-3-13] 図面 [2J 台帳
          - 添付ファイルの数が一致しません。kintoneでは2件、バックアップでは1件です。
          - 添付ファイル: バックアップできませんでした。
              レコード 34、フィールド「drawing」、12/attachments/drawing-34/図面.pdf（The connection broke）
          - アプリの設定: バックアップを実行したユーザーに、閲覧する権限がありませんでした。
              アプリのアクセス権（12/settings/app/acl.json）
          - フィールドの値: バックアップを実行したユーザーに、閲覧する権限がありませんでした。
              フィールド「price」

        そのほかに、バックアップに含まれていないもの（不足には数えません）
          すべてのアプリに共通:
          - レコードの変更履歴: kintoneのAPIでは取得できません。
          - プロセス管理の履歴: kintoneのAPIでは取得できません。
          - APIトークン: kintoneのAPIでは取得できません。秘密の情報でもあります。
          - Webhookの設定: kintoneのAPIでは取得できません。
          - ルックアップの検索方式: kintoneのAPIでは取得できません。
          - スペースのスレッドとカバー画像: kintoneのAPIでは取得できません。
          - アプリに反映されていない設定の変更: まだアプリで使われていないため、対象ではありません。
          [12] 品質記録
          - フィールドの値: バックアップしないように指定されていました。
              フィールド「memo」
          - フィールドの値: records.csvには列がありません。値はrecords.jsonlにあります。
              フィールド「status」
          [guest-3-13] 図面 [2J 台帳
          - フィールドの値: バックアップしないように指定されていました。
              フィールド「memo」
          - フィールドの値: records.csvには列がありません。値はrecords.jsonlにあります。
              フィールド「status」
      "
    `);
    expect(told).not.toContain(reportTexts.ja.sound);
    for (const { locale } of [en, zh]) {
      const messages = auditorMessagesFor(locale);
      const report = describeCheck(messages, { ...sound, counts, backup, targets: targets.map(gapsOf) });
      const readme = writeReadme(locale, { run: start, targets, moreVolumes: false });
      for (const word of [messages.verify.lacking, messages.verify.leftOut, messages.verify.verdict.incomplete]) {
        expect(report).toContain(word);
      }
      // All that README.txt says of gaps, and nothing that it does not say.
      const gapsIn = (text: string) => text.split("\n").flatMap((line) => /^ +- (.+)$/.exec(line)?.[1] ?? []);
      expect(new Set(gapsIn(report))).toEqual(new Set(gapsIn(readme)));
    }
  });

  it("counts what is too much to be listed", () => {
    const missing = Array.from({ length: 1021 }, (_, at) => ({ ...broken, record: String(at) }));
    const report = describeCheck(en, { ...sound, counts, backup, targets: [gapsOf({ ...target, missing })] });
    expect(report).toContain("and 1,001 more");
    expect(report.split("\n").length).toBeLessThan(60);
  });

  it("calls an archive sound that lacks only what kintone never gives or nobody asked for", () => {
    const leftOut = {
      ...target,
      missing: target.missing.filter(({ code }) => !["FAILED", "NOT_READABLE"].includes(code)),
      attachments: { expected: 2, written: 2 },
    };
    const report = describeCheck(en, { ...sound, counts, backup, targets: [gapsOf(leftOut)] });
    expect(report).toContain(reportTexts.en.sound);
    expect(report).not.toContain(en.verify.lacking);
    expect(report).toContain("Change history of records: kintone's API does not give it.");
  });

  it("lists every finding once, also about a file that is not there", () => {
    const findings: Finding[] = [
      { code: "VOLUME_MISSING", volume: "b.part02.zip", message: "m1" },
      { code: "COUNT_MISMATCH", path: "12", message: "m2" },
      { code: "ENTRY_DAMAGED", volume: "b.zip", path: "x", message: "m3" },
    ];
    const report = describeCheck(en, { files: [file], foreign: [], findings, counts, targets: [] });
    for (const message of ["m1", "m2", "m3"]) expect(report.split(message)).toHaveLength(2);
    expect(report).toContain("unknown");
  });
});
