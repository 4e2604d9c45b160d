import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadmeFacts } from "../../../src/backup/volumes/readme";
import { ALWAYS_MISSING, type MissingPart } from "../../../src/domain/gap";
import { en } from "../../../src/screens/text/readme/en";
import { ja } from "../../../src/screens/text/readme/ja";
import { writeReadme } from "../../../src/screens/text/readme/readme-text";
import { zh } from "../../../src/screens/text/readme/zh";
import { start } from "../../history/runs/runs";

type TargetFacts = ReadmeFacts["targets"][number];
type Missing = TargetFacts["missing"][number];

const target: TargetFacts = {
  folder: "11",
  appId: "11",
  appName: "検査記録",
  revision: "3",
  options: { query: "", include: ["records", "attachments", "comments", "settings"], excludedFields: [] },
  records: { expected: 1200, written: 1200 },
  attachments: { expected: 34, written: 34 },
  comments: { written: 5 },
  changedMeanwhile: { added: 0, changed: 0, deleted: 0 },
  renamed: [],
  missing: [...ALWAYS_MISSING],
};

const refused: Missing = { code: "NOT_READABLE", what: "settings", text: "no", path: "settings/app/acl.json" };
const broken: Missing = {
  ...{ code: "FAILED", what: "attachment", text: "The connection broke", record: "34", field: "drawing" },
  path: "guest-3-12/attachments/drawing-34/図面.pdf",
};
const leftOut: Missing = { code: "EXCLUDED", what: "comments", text: "Left out, as the target says." };
const ofGuests: TargetFacts = {
  ...target,
  ...{ folder: "guest-3-12", appId: "12", guestSpaceId: "3", appName: "図面" },
  options: { ...target.options, query: 'status in ("open")' },
  ...{ records: { expected: 100, written: 98 }, attachments: { expected: 2, written: 1 }, comments: { written: 0 } },
  missing: [...ALWAYS_MISSING, leftOut, broken, refused],
};

const readme = (language: string, ...targets: TargetFacts[]) =>
  writeReadme(language, { run: start, targets, moreVolumes: false });
const withGaps = (...missing: Missing[]) => ({ ...target, missing });

const LANGUAGES = [
  { language: "ja", messages: ja },
  { language: "en", messages: en },
  { language: "zh", messages: zh },
];

it("tells in English what the archive holds, how to use it and what it lacks", () => {
  expect(writeReadme("en", { run: start, targets: [target, ofGuests], moreVolumes: true })).toMatchInlineSnapshot(`
    "Backup of kintone apps

    Records, attachments, settings and more of kintone apps, saved by kintone Backup Manager.
    You do not need that program to get at the data.

    Started: 2026-11-23 03:00:07 UTC
    Run ID:  20261123-030000-a1b2
    Run by:  佐藤 昇 (sato)

    == How to get the data out (in the folder of each app) ==
    First unzip this file and all .partNN.zip files, in their order, into the same folder.
    Each has a manifest.json; let them overwrite each other. The one in the last zip knows all apps.
    The SHA-256 of a file is in the manifest.json of the zip that the file came from.
    1. records.csv: opens in any spreadsheet (UTF-8; Excel: Data > From Text/CSV); back into kintone: see below.
    2. attachments, customize: the files themselves. Names that had to be changed are in manifest.json.
    3. records.jsonl, comments.jsonl, settings: JSON with unchanged values. SHA-256 of every file: manifest.json.

    == How to put records back into kintone ==
    With Cybozu's cli-kintone, in the folder of the app; <id> is the ID of the app to fill. As it stands, this
    is for who may manage that app; it also brings back who added and updated each record, and when:
      cli-kintone record import --app <id> --file-path records.csv --attachments-dir attachments
    Whoever may only add records (error GAIA_BF02), or when somebody in the records is no longer a user of kintone
    (error GAIA_IL26), names the columns:
      cli-kintone record import --app <id> --file-path records.csv --attachments-dir attachments --fields "a,b,c"
    a,b,c: column headings of records.csv, with commas between them. Leave out the record number, created by,
    created datetime, updated by, updated datetime, calculated fields, columns with somebody who is gone, and
    the fields in tables (naming the table is enough). The records then count as added by you, now.
    It also has to be told where and as whom (--base-url, --username, --guest-space-id, ...).
    It adds the records as new ones.
    Status, assignee, categories and comments do not come back this way.

    == Apps ==
    Folder       Records  Attachments  Comments  App
    11             1,200           34         5  検査記録
    guest-3-12  98 / 100        1 / 2         0  図面
    "98 / 100": 98 in the backup, 100 in kintone. Apps that are not listed are not in this backup.

    == What is not in this backup ==
    For every app:
      - Change history of records: kintone's API does not give it.
      - History of process management: kintone's API does not give it.
      - API tokens: kintone's API does not give them, and they are secrets.
      - Webhook settings: kintone's API does not give them.
      - How lookups search: kintone's API does not give it.
      - Threads and cover picture of the space: kintone's API does not give them.
      - Changes of settings that were not yet applied to the app: They are no part of the app yet.

    For particular apps:

    [guest-3-12] 図面
      - Records that do not meet this condition: status in ("open")
      - The numbers of records do not match: 100 in kintone, 98 in the backup.
      - The numbers of attachments do not match: 2 in kintone, 1 in the backup.
      - Comments: The backup was told to leave them out.
      - Attachments: Could not be backed up.
          record 34, field "drawing", guest-3-12/attachments/drawing-34/図面.pdf (The connection broke)
      - Settings of the app: The user who ran the backup was not allowed to read them.
          permissions for app (settings/app/acl.json)
    "
  `);
});

it("tells the same in Japanese", () => {
  expect(readme("ja", target, ofGuests)).toMatchInlineSnapshot(`
    "kintoneアプリのバックアップ

    kintoneのアプリのレコード、添付ファイル、設定などを、kintone Backup Managerで保存したものです。
    特別なソフトがなくても、次の方法で取り出せます。

    開始日時: 2026-11-23 03:00:07 UTC
    実行ID: 20261123-030000-a1b2
    実行者: 佐藤 昇（sato）

    ■ データの取り出し方（アプリごとのフォルダーの中）
    1. records.csv: 表計算ソフトで開けます（UTF-8。Excelでは「データ」の「テキストまたはCSVから」）。kintoneにも戻せます（下記）。
    2. attachments、customize: 添付ファイルやカスタマイズのファイルそのものです。変更した名前は manifest.json にあります。
    3. records.jsonl、comments.jsonl、settings: 値を変えていないJSONです。SHA-256は manifest.json にあります。

    ■ レコードをkintoneに戻すには
    サイボウズのcli-kintoneを使い、アプリのフォルダーで次のコマンドを実行します。<id> は登録先のアプリIDです。
    登録先のアプリの管理権限があるユーザーは、このまま実行できます。作成者、作成日時、更新者、更新日時も戻ります。
      cli-kintone record import --app <id> --file-path records.csv --attachments-dir attachments
    アプリの管理権限がなくレコードの追加だけができる場合（エラーGAIA_BF02）や、レコードの中のユーザーが
    kintoneから削除されている場合（エラーGAIA_IL26）は、登録する列を指定して実行します。
      cli-kintone record import --app <id> --file-path records.csv --attachments-dir attachments --fields "a,b,c"
    a,b,c には、records.csvの見出しをカンマで区切って並べます。ただし、次の列は除いてください: レコード番号、作成者、
    作成日時、更新者、更新日時、計算フィールド、削除されたユーザーを含む列、テーブルの中のフィールド
    （テーブル自体を指定すれば足ります）。この場合、レコードの作成者は実行したユーザー、作成日時は実行時になります。
    接続先とログインの指定（--base-url、--username、--guest-space-id など）も必要です。
    レコードは新しく追加されます。
    ステータス、作業者、カテゴリー、コメントは、この方法では戻りません。

    ■ アプリの一覧
    フォルダー  レコード  添付ファイル  コメント  アプリ名
    11             1,200            34         5  検査記録
    guest-3-12  98 / 100         1 / 2         0  図面
    「98 / 100」は、バックアップに98件、kintoneに100件という意味です。一覧にないアプリは、バックアップに含まれていません。

    ■ バックアップに含まれていないもの
    すべてのアプリに共通:
      - レコードの変更履歴: kintoneのAPIでは取得できません。
      - プロセス管理の履歴: kintoneのAPIでは取得できません。
      - APIトークン: kintoneのAPIでは取得できません。秘密の情報でもあります。
      - Webhookの設定: kintoneのAPIでは取得できません。
      - ルックアップの検索方式: kintoneのAPIでは取得できません。
      - スペースのスレッドとカバー画像: kintoneのAPIでは取得できません。
      - アプリに反映されていない設定の変更: まだアプリで使われていないため、対象ではありません。

    アプリごと:

    [guest-3-12] 図面
      - 次の条件に合わないレコード: status in ("open")
      - レコード数が一致しません。kintoneでは100件、バックアップでは98件です。
      - 添付ファイルの数が一致しません。kintoneでは2件、バックアップでは1件です。
      - コメント: バックアップしないように指定されていました。
      - 添付ファイル: バックアップできませんでした。
          レコード 34、フィールド「drawing」、guest-3-12/attachments/drawing-34/図面.pdf（The connection broke）
      - アプリの設定: バックアップを実行したユーザーに、閲覧する権限がありませんでした。
          アプリのアクセス権（settings/app/acl.json）
    "
  `);
});

it("has English for every other language", () => {
  for (const language of ["en", "zh-TW", "", "constructor"])
    expect(readme(language, target)).toBe(readme("en", target));
  for (const language of ["ja", "zh"]) expect(readme(language, target)).not.toBe(readme("en", target));
});

describe.each(LANGUAGES)("in $language", ({ language, messages }) => {
  const parts = Object.keys(messages.part) as MissingPart[];
  const codes = Object.keys(messages.reason) as Array<Missing["code"]>;

  it("has a sentence of its own for every part, whatever the reason", () => {
    for (const code of codes) {
      const said = parts.map((what) => readme(language, withGaps({ code, what, text: "words of the manifest" })));
      expect(new Set(said).size).toBe(parts.length);
      for (const text of code === "FAILED" ? [] : said) expect(text).not.toContain("words of the manifest");
    }
  });

  it("tells the way to the data in exactly three lines", () => {
    const lines = readme(language, target).split("\n");
    const from = lines.indexOf(messages.useTitle);
    expect(lines.slice(from + 1, from + 5)).toEqual([...messages.use, ""]);
  });

  it("names the other volumes only when there are any", () => {
    const volumes = (moreVolumes: boolean) => writeReadme(language, { run: start, targets: [target], moreVolumes });
    expect(volumes(true)).toContain(".partNN.zip");
    expect(volumes(false)).not.toContain(".partNN.zip");
  });

  it("tells of further files, and how to import them, only when there are any", () => {
    const withFiles = (csv: number) => ({ ...target, files: { records: 1, csv, comments: 1 } });
    const lines = readme(language, target, withFiles(2)).split("\n");
    const from = lines.indexOf(messages.useTitle);
    expect(lines.slice(from + 1, from + 6)).toEqual([...messages.use, messages.furtherFiles, ""]);
    const further = lines.indexOf(messages.importFields.at(-1)!) + 1;
    expect(lines.slice(further, further + 2)).toEqual([messages.importFurtherFiles, messages.importNotes[0]]);
    for (const own of [messages.furtherFiles, messages.importFurtherFiles]) {
      expect(own).toContain("records-2.csv");
      expect([...own].length).toBeLessThanOrEqual(110);
    }
    for (const text of [readme(language, withFiles(1)), readme(language, target)]) {
      expect(text).not.toContain("records-2");
    }
  });

  it("prints the same commands, each behind who can run it", () => {
    const lines = readme(language, target).split("\n");
    const commands = (text: string) => text.split("\n").filter((line) => line.includes("cli-kintone record import"));
    expect(commands(readme(language, target))).toEqual(commands(readme("en", target)));
    const [all, some] = commands(readme(language, target)).map((command) => lines.indexOf(command));
    expect(lines.slice(0, all)).toEqual(expect.arrayContaining([...messages.importAll]));
    expect(lines.slice(all! + 1, some)).toEqual(messages.importSome);
    for (const code of ["GAIA_BF02", "GAIA_IL26"]) expect(messages.importSome.join("\n")).toContain(code);
  });

  it("tells once what all apps lack, and apart what single ones lack", () => {
    const times = (sought: string, text: string) => text.split(sought).length - 1;
    const lacking = { ...target, missing: [leftOut] };
    const sentence = `${messages.part.comments}: ${messages.reason.EXCLUDED}`;
    const all = readme(language, lacking, lacking, lacking);
    expect(times(sentence, all)).toBe(1);
    expect(all).toContain(messages.nothingInParticular);
    expect(all).not.toContain(`\n${messages.inParticular}\n`);
    const some = readme(language, lacking, { ...target, missing: [] }, lacking);
    expect(times(sentence, some)).toBe(2);
    expect(some).not.toContain(`\n${messages.inCommon}\n`);
  });

  it("tells of each app where it lacks something, even when all lack the same thing", () => {
    const failed = { code: "FAILED", text: "The connection broke" } as const;
    const text = readme(
      language,
      withGaps({ ...failed, what: "comments", record: "101" }, { ...failed, what: "settings", path: "a.json" }),
      withGaps({ ...failed, what: "comments", record: "102" }, { ...failed, what: "settings", path: "b.json" }),
    );
    for (const place of [messages.record("101"), messages.record("102"), "a.json", "b.json"]) {
      expect(text).toContain(place);
    }
    expect(text).not.toContain(messages.inCommon);
  });

  it("does not say that nothing is missing when counts do not agree", () => {
    for (const count of ["records", "attachments"]) {
      const text = readme(language, { ...target, [count]: { expected: 2, written: 1 } });
      expect(text).not.toContain(messages.nothingInParticular);
    }
  });

  it("lists at most 20 places of one part, and counts the others", () => {
    const gaps = (count: number) =>
      Array.from({ length: count }, (_, index): Missing => ({ ...broken, path: `11/attachments/${index + 1}.pdf` }));
    const listed = (count: number) => readme(language, withGaps(...gaps(count), refused));
    expect(listed(20)).toContain("/20.pdf");
    expect(listed(20)).not.toContain(messages.more("1"));
    expect(listed(1_021)).toContain("/20.pdf");
    expect(listed(1_021)).not.toContain("/21.pdf");
    expect(listed(1_021)).toContain(messages.more("1,001"));
    expect(listed(1_021)).toContain("settings/app/acl.json");
  });

  it("falls back to the manifest's own words for what it does not know", () => {
    const text = "Stamps: a future kintone has them, this version has not.";
    for (const what of ["stamps", "constructor", "__proto__"]) {
      expect(readme(language, withGaps({ code: "NOT_READ", what, text, field: "stamp" }))).toContain(
        `  - ${text}\n      ${messages.field("stamp")}\n`,
      );
    }
  });

  it("keeps its own lines short enough for a window", () => {
    const facts = { run: start, targets: [target, target], moreVolumes: true };
    const lines = writeReadme(language, facts).split("\n");
    for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(110);
  });

  it("lets nothing from outside make a line of its own", () => {
    const text = fc.string({ unit: fc.constantFrom("¶", "a", "図") });
    const gap = fc.record<Missing>(
      {
        code: fc.constantFrom(...codes),
        what: fc.oneof(fc.constantFrom<string>(...parts), text),
        ...{ text, field: text, record: text, path: text },
      },
      { requiredKeys: ["code", "what", "text"] },
    );
    const facts = fc.record({
      run: fc.record({ runId: text, operator: fc.record({ code: text, name: text }) }),
      app: fc.record({ folder: text, appName: text, missing: fc.array(gap) }),
      query: text,
    });
    const lineBreak = fc.constantFrom("\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f", "\0");
    fc.assert(
      fc.property(facts, lineBreak, (calm, control) => {
        const wild: typeof calm = JSON.parse(
          JSON.stringify(calm).replaceAll("¶", JSON.stringify(control).slice(1, -1)),
        );
        const [expected, got] = [calm, wild].map(({ run, app, query }) =>
          writeReadme(language, {
            run: { ...start, ...run },
            targets: [{ ...target, ...app, options: { ...target.options, query } }],
            moreVolumes: true,
          }),
        );
        expect(got!.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(got!.split("\n").length).toBe(expected!.split("\n").length);
        expect(got!.endsWith("\n")).toBe(true);
      }),
    );
  });
});

it("cuts long names and keeps their ends", () => {
  const path = `11/attachments/drawing-34/${"図".repeat(300)}-最終版.pdf`;
  const text = readme("en", { ...withGaps({ ...broken, path }), appName: `${"長い名前".repeat(50)}👪` });
  expect(text).toMatch(/ 11\/attachments\/drawing-34\/図+…図+-最終版\.pdf \(The connection broke\)\n/u);
  for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(200);
  expect(text).toMatch(/ 長い名前.{20,50}….{10,30}👪\n/u);
  expect(readme("en", { ...target, appName: "👪".repeat(70) })).not.toMatch(/\p{Cs}/u);
});

it("names who ran it once, and says so when nobody is known", () => {
  const by = (code: string, name: string) =>
    /^Run by: +(.*)$/mu.exec(
      writeReadme("en", { run: { ...start, operator: { code, name } }, targets: [], moreVolumes: false }),
    )?.[1];
  expect(by("sato", "佐藤 昇")).toBe("佐藤 昇 (sato)");
  expect(by("sato", "sato")).toBe("sato");
  expect(by("", "")).toBe("(API tokens)");
});

it("says the same names of settings as the rest of the screens", () => {
  expect(readme("ja", withGaps(refused))).toContain("アプリのアクセス権（settings/app/acl.json）");
  expect(readme("ja", withGaps({ ...refused, path: "11/settings/app/form/fields.en.json" }))).toContain(
    "フォームのフィールド（11/settings/app/form/fields.en.json）",
  );
});

it("starts without a byte order mark", () => {
  expect(readme("ja", target).codePointAt(0)).toBe("k".codePointAt(0));
});
