import { usualRights } from "../emulator/sample/rights";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type OpenedArchive, openArchive, sha256 } from "./opened-archive";
import { type Stage, runToItsEnd, setStage } from "./stage";
import { lastRun } from "./history";

const APP = 41;
/** kintone takes full-width letters, signs of currency and dots in field codes. */
const FILES = "添付＿ファイル・（Ａ）";
const TABLE = "明細￥＄";
const TABLE_FILES = "写真＿ｆ-1";

const LONG = "長".repeat(200);
const NAMES = [
  "図面/改訂/A-1.pdf",
  "検査 12:30.txt",
  "📐👩‍🔧.png",
  `${LONG}.pdf`,
  "x".repeat(200),
  "../../etc/passwd",
  "..\\..\\boot.ini",
  "CON.txt",
  "aux",
  " ",
  ".",
  "..",
  "末尾の点.",
  "同じ名前.txt",
  "同じ名前.txt",
  "Drawing.PDF",
  "drawing.pdf",
  "ガイド.txt".normalize("NFC"),
  "ガイド.txt".normalize("NFD"),
  'a<b>c|d?e*"f".txt',
  "改行\n入り.txt",
];

let stage: Stage;
let archive: OpenedArchive;

beforeAll(async () => {
  stage = await setStage();
  const { domain } = stage.emulator;
  const file = (code: string) => ({ type: "FILE", code, label: code });
  const app = domain.addApp({
    id: APP,
    name: "名前のテスト",
    creator: "admin",
    acl: usualRights,
    properties: {
      [FILES]: file(FILES),
      [TABLE]: { type: "SUBTABLE", code: TABLE, label: TABLE, fields: { [TABLE_FILES]: file(TABLE_FILES) } },
    },
  });
  const upload = (name: string, index: number) => {
    const bytes = new TextEncoder().encode(`${index}: ${name}`);
    return { fileKey: domain.files.store({ name, contentType: "text/plain", size: bytes.length, bytes: () => bytes }) };
  };
  const rows = [NAMES, []].map((names) => ({ value: { [TABLE_FILES]: { value: names.map(upload) } } }));
  app.addRecord({ [FILES]: { value: NAMES.map(upload) }, [TABLE]: { value: rows } });

  await stage.setTargets([{ appId: String(APP), appName: "名前のテスト" }]);
  const [download] = await runToItsEnd(await stage.openList("sato"));
  archive = await openArchive(await download!.path());
});
afterAll(() => stage?.close());

const attachments = () => [...archive.digests].filter(([path]) => path.includes("/attachments/"));

it("all attachments are in the zip, and the manifest knows their true names", async () => {
  expect((await lastRun(stage)).field("run_status")).toBe("success");
  const manifest = JSON.parse(archive.text("manifest.json")) as {
    targets: [{ renamed: Array<{ path: string; trueName: string }> }];
  };
  const trueNames = new Map(manifest.targets[0].renamed.map(({ path, trueName }) => [path, trueName]));
  const found = attachments().map(([path, digest]) => [trueNames.get(path) ?? path.split("/").at(-1), digest]);
  const expected = NAMES.map((name, index) => [name, sha256(new TextEncoder().encode(`${index}: ${name}`))]);
  expect(found.sort()).toEqual([...expected, ...expected].sort());
});

it("every path can be unpacked on Windows, macOS and Linux, into its own file", () => {
  const paths = [...archive.digests.keys()];
  for (const segment of paths.flatMap((path) => path.split("/"))) {
    // Microsoft, "Naming Files, Paths, and Namespaces"; 255 bytes are the limit of ext4.
    expect(segment).not.toMatch(/[<>:"|?*\\\p{Cc}]|[. ]$/u);
    expect(segment).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
    expect(segment.length).toBeGreaterThan(0);
    expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(255);
  }
  expect(new Set(paths.map((path) => path.normalize("NFC").toLowerCase())).size).toBe(paths.length);
});

it("the field codes are in the CSV and in the JSON as they are", () => {
  const [header] = archive.text(`${APP}/records.csv`).split("\n");
  for (const code of [FILES, TABLE, TABLE_FILES]) expect(header).toContain(`"${code}"`);
  const record = JSON.parse(archive.text(`${APP}/records.jsonl`)) as Record<string, { value: Array<{ name: string }> }>;
  expect(record[FILES]?.value.map(({ name }) => name)).toEqual(NAMES);
});
